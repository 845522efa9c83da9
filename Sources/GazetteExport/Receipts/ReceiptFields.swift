import GazetteDocument

/// The fields of one object of a receipt, each taken only as what it must be.
struct ReceiptFields {
  private let object: [String: JSONValue]
  /// What stands in front of a field's name when it is reported.
  private let place: String
  /// No text that is read has so many bytes or scalars; `TextPosition` counts in 32 bits.
  private static let longestText = Int(UInt32.max)

  init(_ object: [String: JSONValue], place: String) {
    self.object = object
    self.place = place
  }

  func text(_ name: String) throws(ReceiptError) -> String {
    guard case .string(let text)? = object[name] else { throw .malformed(field: place + name) }
    return text
  }

  func textOrNull(_ name: String) throws(ReceiptError) -> String? {
    object[name] == .null ? nil : try text(name)
  }

  func count(_ name: String, atMost limit: Int) throws(ReceiptError) -> Int {
    guard case .integer(let count)? = object[name], (0...limit).contains(count) else {
      throw .malformed(field: place + name)
    }
    return count
  }

  private func countOrNull(_ name: String) throws(ReceiptError) -> Int? {
    object[name] == .null ? nil : try count(name, atMost: Self.longestText)
  }

  private func digest(_ name: String) throws(ReceiptError) -> Digest {
    guard let digest = Digest(try text(name)) else { throw .malformed(field: place + name) }
    return digest
  }

  private func position(_ name: String) throws(ReceiptError) -> TextPosition {
    guard case .object(let inner)? = object[name] else { throw .malformed(field: place + name) }
    let fields = ReceiptFields(inner, place: place + name + ".")
    return TextPosition(
      byte: try fields.count("byte", atMost: Self.longestText),
      scalar: try fields.count("scalar", atMost: Self.longestText))
  }

  func passage() throws(ReceiptError) -> ReceiptPassage {
    let (start, end) = (try position("start"), try position("end"))
    guard start.byte <= end.byte, start.scalar <= end.scalar else {
      throw .malformed(field: place + "end")
    }
    guard let id = MachineID(try text("id")) else { throw .malformed(field: place + "id") }
    guard let path = SectionPath(try text("path")) else { throw .malformed(field: place + "path") }
    return ReceiptPassage(
      document: try text("document"), file: try text("file"), sha256: try digest("sha256"),
      selector: Selector(
        span: TextSpan(start: start, end: end), exact: try text("exact"),
        prefix: try text("prefix"), suffix: try text("suffix"),
        textSHA256: try digest("textSha256"), occurrences: try countOrNull("occurrences"),
        copies: try countOrNull("copies")),
      id: id, path: path)
  }
}
