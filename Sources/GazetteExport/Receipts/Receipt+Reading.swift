import GazetteDocument

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Receipt {
  /// Reads a receipt from a stranger.
  ///
  /// Nothing of it is believed: sizes, types, nesting and counts are looked at before anything is built from them. That
  /// the checksum is wrong is no reason to stop, since the checker says so.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The receipt, and whether its checksum is that of its contents.
  /// - Throws: `ReceiptError`.
  public static func read(
    _ bytes: [UInt8]
  ) throws(ReceiptError) -> (receipt: Receipt, isWhole: Bool) {
    guard bytes.count <= maximumSize else {
      throw .tooLarge(bytes: bytes.count, limit: maximumSize)
    }
    guard nests(bytes, atMost: 32) else { throw .notReceipt(reason: "it nests too deep") }
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
      case .object(var object) = value
    else { throw .notReceipt(reason: "it is no JSON object") }
    guard case .string(let schema)? = object["schema"], schema.hasPrefix("gazette.receipt/") else {
      throw .notReceipt(reason: "its schema is none of a receipt")
    }
    guard schema == Receipt.schema else { throw .otherVersion(schema: schema) }
    let receipt = try Receipt(object)
    let claimed = object.removeValue(forKey: "checksum")
    return (receipt, claimed == .string(try checksum(of: object)))
  }

  /// The SHA-256 over the canonical form of everything but the checksum, as 64 hexadecimal digits.
  static func checksum(of object: [String: JSONValue]) throws(ReceiptError) -> String {
    guard let text = JSONValue.object(object).canonicalText else {
      throw .malformed(field: "a number with a fraction")
    }
    return SourceText(text).sha256.description
  }

  /// Whether brackets nest no deeper than so many; those within texts do not count.
  private static func nests(_ bytes: [UInt8], atMost limit: Int) -> Bool {
    var (depth, isText, isEscaped) = (0, false, false)
    for byte in bytes {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > limit { return false }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return true
  }

  private init(_ object: [String: JSONValue]) throws(ReceiptError) {
    let fields = ReceiptFields(object, place: "")
    guard case .object(let options)? = object["options"] else {
      throw .malformed(field: "options")
    }
    guard case .array(let entries)? = object["passages"] else {
      throw .malformed(field: "passages")
    }
    var passages: [ReceiptPassage] = []
    for (place, entry) in entries.enumerated() {
      guard case .object(let object) = entry else {
        throw .malformed(field: "passages[\(place)]")
      }
      passages.append(try ReceiptFields(object, place: "passages[\(place)].").passage())
    }
    self.init(
      command: try fields.text("command"), query: try fields.text("query"),
      parsed: try fields.textOrNull("parsed"), options: options,
      revision: try fields.text("revision"), version: try fields.text("version"),
      reader: try fields.count("reader", atMost: 1 << 31),
      thesaurus: try fields.textOrNull("thesaurus"), passages: passages)
  }
}
