import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// Nothing disappears between a file and its passages: every letter and digit of the source text lies in a passage, in a
/// heading, or in a block that is named as furniture.
@Suite struct ReconciliationTests {
  /// The stretches of letters and digits that lie nowhere, with their words.
  private func lost(
    _ bytes: [UInt8], _ file: String, isRecord: Bool = false
  ) throws -> [String] {
    let document = try DocumentParser().parse(
      bytes, sha256: ContentHash.digest(of: bytes.span), id: .init("test"), file: file,
      isRecord: isRecord)
    var isCovered = [Bool](repeating: false, count: document.text.utf8.count)
    func cover(_ range: Range<Int>) { for byte in range { isCovered[byte] = true } }
    for passage in document.passages { cover(passage.span.bytes) }
    for section in document.sections { if let span = section.headingSpan { cover(span.bytes) } }
    let parts = try DocumentParser().furniture(of: bytes, file: file, isRecord: isRecord)
    for part in parts {
      #expect(!part.reason.isEmpty)
      cover(part.range)
    }
    var lost: [String] = []
    var start = 0
    let text = document.text.utf8
    while start < text.count {
      guard !isCovered[start] else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, !isCovered[end] { end += 1 }
      let words = String(decoding: text[start..<end], as: UTF8.self)
      if words.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }) {
        lost.append(words)
      }
      start = end
    }
    return lost
  }

  @Test(
    "of each form nothing is lost",
    arguments: [
      ("a.txt", Array(Samples.notice.utf8)), ("a.txt", Array(Samples.law.utf8)),
      ("a.html", Array(Samples.page.utf8)),
      (
        "a.docx",
        OfficeSamples.docx(
          OfficeSamples.paragraph("目标", style: "1") + OfficeSamples.paragraph("各区落实。"),
          parts: [
            "word/styles.xml": OfficeSamples.styles,
            "word/header1.xml": OfficeSamples.word("hdr", OfficeSamples.paragraph("City Council")),
          ])
      ),
      ("a.odt", OfficeSamples.odt), ("a.epub", OfficeSamples.epub),
      ("a.xml", Array(MarkupReaderTests.samples[0].utf8)),
      ("b.xml", Array(MarkupReaderTests.samples[1].utf8)),
      ("a.md", Array(Samples.markdown.utf8)),
    ])
  func samples(file: String, bytes: [UInt8]) throws {
    #expect(try lost(bytes, file) == [])
  }

  @Test("of the real texts nothing is lost", .enabled(if: Reading.corpora != nil))
  func corpora() throws {
    let corpora = try #require(Reading.corpora)
    let files = Reading.files(
      below: corpora, endings: [".txt", ".md", ".html", ".xml", ".akn", ".docx"])
    #expect(files.count > 100)
    for path in files {
      #expect(try lost(Reading.bytes(of: path), path) == [], "\(path)")
    }
  }

  @Test("of the records of real files nothing is lost", .enabled(if: Reading.corpora != nil))
  func records() throws {
    let corpora = try #require(Reading.corpora)
    var count = 0
    for path in Reading.files(below: corpora, endings: [".jsonl"]) {
      let file = Reading.bytes(of: path)
      try SourceContainer.forEachMember(of: file, kind: .jsonLines) { (member) throws in
        // A record without a text of its own is refused with a reason.
        guard let bytes = try? member.contents.get(),
          (try? Reading.record(bytes)) != nil
        else { return }
        count += 1
        #expect(try lost(bytes, "a.jsonl", isRecord: true) == [], "\(path) \(member.name)")
      }
    }
    #expect(count > 1_000)
  }

  @Test("of a page description nothing is lost", .enabled(if: PDFWriter.isReadable))
  func pages() throws {
    let bytes = PDFWriter.pdf([
      ["Notice of the Sample County Bureau", "1. Parks open at six in summer.", "Page 1 of 2"],
      ["2. No fee is due on any day.", "(a) Children enter first.", "Page 2 of 2"],
    ])
    #expect(try lost(bytes, "a.pdf") == [])
  }

  @Test(
    "the letters of an office document are in its source text, deleted ones apart",
    .enabled(if: Reading.corpora != nil))
  func officeLetters() throws {
    let corpora = try #require(Reading.corpora)
    for path in Reading.files(below: corpora, endings: [".docx"]) {
      let bytes = Reading.bytes(of: path)
      let text = ReconciliationTests.letters(of: try Reading.document(bytes, file: path).text.utf8)
      try SourceContainer.forEachMember(of: bytes, kind: .zip) { member in
        guard member.name == "word/document.xml" else { return }
        let wanted = ReconciliationTests.letters(ofRuns: try member.contents.get())
        #expect(wanted.reduce(0, +) > 100)
        // Numbers that the form computes are letters of the text alone.
        for (letter, count) in wanted.enumerated() where count > text[letter] {
          Issue.record("\(path): \(count - text[letter]) of U+\(letter)")
        }
      }
    }
  }

  /// How often each letter stands in the runs of a Word document that are its final text.
  private static func letters(ofRuns xml: [UInt8]) -> [Int] {
    var text = String(decoding: xml, as: UTF8.self)
    for (opening, closing) in [("<w:del ", "</w:del>"), ("<mc:Fallback", "</mc:Fallback>")] {
      while let start = text.firstRange(of: opening),
        let end = text[start.upperBound...].firstRange(of: closing)
      {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    var words = ""
    for part in text.split(separator: "<w:t").dropFirst()
    where part.first == ">" || part.first == " " {
      guard let start = part.firstIndex(of: ">"), let end = part.firstRange(of: "</w:t>") else {
        continue
      }
      words += part[part.index(after: start)..<end.lowerBound]
    }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      words = words.replacing(name, with: sign)
    }
    return letters(of: Array(words.utf8))
  }

  @Test(
    "the letters of an XML file are those of its source text, what programs keep for themselves apart",
    .enabled(if: Reading.corpora != nil))
  func letters() throws {
    let corpora = try #require(Reading.corpora)
    for path in Reading.files(below: corpora, endings: [".xml", ".akn"]) {
      let bytes = Reading.bytes(of: path)
      let text = try Reading.document(bytes, file: path).text
      // The part `meta` holds data in the two dialects of acts, and text in the third.
      let hasSilentMeta = !path.contains("dc-law")
      let wanted = ReconciliationTests.letters(ofMarkup: bytes, withoutMeta: hasSilentMeta)
      #expect(wanted == ReconciliationTests.letters(of: text.utf8), "\(path)")
    }
  }

  /// How often each letter and digit of ASCII stands in a text.
  private static func letters(of text: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: 128)
    for byte in text where byte < 0x80 && isWord(byte) { counts[Int(byte)] += 1 }
    return counts
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The same of the text between tags, counted without any parser.
  private static func letters(ofMarkup bytes: [UInt8], withoutMeta: Bool) -> [Int] {
    var text = String(decoding: bytes, as: UTF8.self)
    if withoutMeta {
      while let start = text.firstRange(of: "<meta"), let end = text.firstRange(of: "</meta>") {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    while let start = text.firstRange(of: "<!--"),
      let end = text[start.upperBound...].firstRange(of: "-->")
    {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    var plain: [UInt8] = []
    var isInTag = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { plain.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    var decoded = String(decoding: plain, as: UTF8.self)
    for (name, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      decoded = decoded.replacing(name, with: sign)
    }
    return letters(of: Array(decoded.utf8))
  }
}
