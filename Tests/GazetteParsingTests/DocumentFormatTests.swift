import GazetteDocument
import GazetteParsing
import Testing

@Suite struct DocumentFormatTests {
  @Test(
    "a file's form is known by what it holds, then by its name",
    arguments: [
      ("各区要抓好落实。", "a.txt", DocumentFormat.text), ("# 通知\n\n## 总则\n\n各区落实。", "a", .markdown),
      ("# 通知\n\n各区落实。", "a.md", .markdown),
      ("---\ntitle: 通知\n---\n各区落实。", "a.txt", .markdown),
      ("<!DOCTYPE html><p>各区落实。", "a.txt", .html), ("<html><p>各区落实。", "a.md", .html),
      ("\n <p>各区落实。</p>", "a", .html), ("各区落实。", "a.html", .html), ("<各区>落实。", "a.txt", .text),
      ("# 一个号", "a.txt", .text),
    ])
  func recognised(content: String, file: String, format: DocumentFormat) throws {
    #expect(try Reading.document(content, file: file).format == format)
  }

  @Test(
    "what is no document is refused, whatever its name",
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0],
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1],
      Array(repeating: [UInt8(1), 2, 3, 0xFE, 0, 7, 8, 0x80], count: 40).flatMap { $0 },
    ] as [[UInt8]])
  func binaries(bytes: [UInt8]) {
    #expect(throws: ParseError.self) { try Reading.document(bytes, file: "a.txt") }
    guard case .some(.notADocument) = failure(bytes) else {
      Issue.record("not refused as a binary")
      return
    }
  }

  @Test(
    "what is known and not read says how to convert it",
    arguments: [
      "{\\rtf1 text}", "BZh91AY", "Rar!\u{1A}",
    ])
  func unsupported(content: String) {
    guard case .some(.unsupported(let finding)) = failure(Array(content.utf8)) else {
      Issue.record("not refused as unsupported")
      return
    }
    #expect("\(finding)".split(separator: ";").count == 2)
  }

  @Test("a file over the limit is refused with both sizes")
  func tooLarge() {
    var parser = DocumentParser()
    parser.maximumSize = 10
    #expect(throws: ParseError.tooLarge(bytes: 11, limit: 10)) {
      try parser.parse([UInt8](repeating: 0x61, count: 11), id: .init("a"), file: "a.txt")
    }
  }

  @Test(
    "an empty file, and one of white space, are documents without passages",
    arguments: ["", " \n\u{3000}\n", "\u{FEFF}", "<html></html>", "# "])
  func empty(content: String) throws {
    let document = try Reading.document(content, file: content.hasPrefix("<") ? "a.html" : "a.md")
    #expect(document.passages.isEmpty && document.sentences.isEmpty && document.sections == [.root])
    #expect(document.notices.contains { $0.kind == .empty })
    #expect(document.language == .undetermined)
  }

  private func failure(_ bytes: [UInt8]) -> ParseError? {
    do throws(ParseError) {
      _ = try Reading.document(bytes, file: "a.txt")
      return nil
    } catch {
      return error
    }
  }
}
