internal import GazetteDocument

/// Reads a file of JSON Lines: one record a line, each a document when it has a `text`.
struct JSONLines {
  private let utf8: [UInt8]

  /// Decodes a file.
  init(_ bytes: [UInt8]) throws(ParseError) {
    utf8 = try DecodedText(bytes).utf8
  }

  /// Hands out each line that holds anything, named by the record's `id`, or by the number of the line where it has none
  /// or one that was there before.
  func forEachRecord(_ body: (SourceContainer.Member) throws -> Void) throws {
    let text = utf8.span
    var names: Set<[UInt8]> = []
    var position = 0
    var line = 0
    while position < text.count {
      let end = text.firstPlace(of: "\n", in: position..<text.count) ?? text.count
      line += 1
      let range = text.trimmed(position..<end)
      position = end + 1
      guard !range.isEmpty else { continue }
      try body(member(range, line: line, names: &names))
    }
  }

  /// The record of one line, or what is wrong with it.
  private func member(
    _ range: Range<Int>, line: Int, names: inout Set<[UInt8]>
  ) -> SourceContainer.Member {
    let fallback = "L\(line)"
    do throws(ParseError) {
      let record = try JSONRecord(utf8.span, in: range)
      guard record["text"] != nil else { throw .notADocument(ParseFinding(.recordWithoutText)) }
      var name = record["id"].map(JSONLines.escaped) ?? fallback
      if name.isEmpty || !names.insert(Array(name.utf8)).inserted { name = fallback }
      return .init(name: name, contents: .success(Array(utf8[range])), line: line)
    } catch {
      return .init(name: fallback, contents: .failure(error), line: line)
    }
  }

  /// An id as a part of a document's name: unreserved characters of URIs and those beyond ASCII stand for themselves.
  private static func escaped(_ id: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in id {
      let isPlain =
        byte >= 0x80 || byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x2E
        || byte == 0x5F
        || byte == 0x7E
      if isPlain {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    // A name of nothing but dots would mean a folder.
    if result.allSatisfy({ $0 == 0x2E }) { return "" }
    return String(decoding: result, as: UTF8.self)
  }

  /// What one record says: its text as plain text, and its other values as metadata.
  static func read(_ utf8: [UInt8]) throws(ParseError) -> ExtractedText {
    let record = try JSONRecord(utf8.span, in: 0..<utf8.count)
    guard let text = record["text"] else { throw .notADocument(ParseFinding(.recordWithoutText)) }
    var extracted = TextReader.read(text, nil)
    for (key, value) in record.values where key != "text" && key != "id" {
      extracted.enter(String(decoding: value, as: UTF8.self), named: key)
    }
    if record.losses > 0 {
      extracted.notices.append(
        ParseNotice(
          kind: .undecodableBytes, count: record.losses, detail: "\\uD800–\\uDFFF"))
    }
    return extracted
  }
}
