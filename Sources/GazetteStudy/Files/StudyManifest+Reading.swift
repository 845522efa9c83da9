import Gazette

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension StudyManifest {
  /// Reads a manifest from a stranger: every field is taken only as what it must be.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - passageCount: How many passages the receipt beside it has.
  /// - Throws: `StudyError`.
  public init(_ bytes: [UInt8], passageCount: Int) throws(StudyError) {
    guard bytes.count <= Self.maximumSize, Self.nests(bytes, atMost: 16),
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
      case .object(let object) = value, object["schema"] == .string(Self.schema)
    else { throw .notManifest(field: "schema") }
    title = try Self.text(object, "title")
    guard let language = StudyLanguage(rawValue: try Self.text(object, "language")) else {
      throw .notManifest(field: "language")
    }
    self.language = language
    guard case .object(let subject)? = object["subject"] else {
      throw .notManifest(field: "subject")
    }
    let named = try Self.text(subject, "value")
    switch try Self.text(subject, "option") {
    case "concept": self.subject = .concept(named)
    case "doc": self.subject = .document(named)
    case "query": self.subject = .query(named)
    default: throw .notManifest(field: "subject")
    }
    guard case .array(let rows)? = object["items"] else { throw .notManifest(field: "items") }
    var items: [Item] = []
    for row in rows {
      guard case .object(let item) = row, case .array(let numbers)? = item["passages"],
        let kind = StudyItemKind(rawValue: try Self.text(item, "kind"))
      else { throw .notManifest(field: "items") }
      var passages: [Int] = []
      for number in numbers {
        guard case .integer(let place) = number, (0..<passageCount).contains(place) else {
          throw .notManifest(field: "items.passages")
        }
        passages.append(place)
      }
      items.append(
        Item(
          id: try Self.text(item, "id"), kind: kind, about: try Self.text(item, "about"),
          detail: try Self.text(item, "detail"), passages: passages))
    }
    self.items = items
  }

  private static func text(
    _ object: [String: JSONValue], _ name: String
  ) throws(StudyError) -> String {
    guard case .string(let text)? = object[name] else { throw .notManifest(field: name) }
    return text
  }

  /// Whether brackets nest no deeper than a limit: what decodes them goes down a level for each.
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
      } else if byte == UInt8(ascii: "\"") {
        isText = true
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
        if depth > limit { return false }
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return true
  }
}
