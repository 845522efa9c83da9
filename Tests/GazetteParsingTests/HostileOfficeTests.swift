import GazetteDocument
import GazetteTestSupport
import Testing

/// Word documents of a few kilobytes that would become any amount of text, keep the reader busy, or lose text when
/// revisions deleted the ends of paragraphs.
@Suite(.serialized) struct HostileOfficeTests {
  private typealias Sample = OfficeSamples

  private func read(_ body: String, parts: [String: String] = [:]) throws -> PolicyDocument {
    var parts = parts
    parts["word/styles.xml"] = Sample.styles
    var found: PolicyDocument?
    let time = try threadTime {
      found = try Reading.document(Sample.docx(body, parts: parts), file: "a.docx")
    }
    #expect(time < 5)
    let document = try #require(found)
    #expect(Reading.violations(of: document).isEmpty)
    return document
  }

  @Test("a note that is referred to a thousand times is written once")
  func notes() throws {
    let note = String(repeating: "Parks open at six. ", count: 500)
    let reference = "<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    let document = try read(
      String(repeating: reference, count: 1_000),
      parts: [
        "word/footnotes.xml": Sample.word(
          "footnotes",
          "<w:footnote w:id='2'><w:p><w:r><w:t>\(note)</w:t></w:r></w:p></w:footnote>")
      ])
    #expect(document.text.utf8.count < 20_000 && document.text.utf8.count > note.utf8.count - 2)
  }

  @Test("the words around a number are not repeated beyond measure")
  func labels() throws {
    let level =
      "<w:lvl w:ilvl='0'><w:lvlText w:val='%1\(String(repeating: "x", count: 100_000))'/></w:lvl>"
    let numbering = Sample.word(
      "numbering",
      "<w:abstractNum w:abstractNumId='0'>\(level)</w:abstractNum>"
        + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>")
    let document = try read(
      String(
        repeating: Sample.paragraph("Trees.", properties: Sample.list(1)), count: 2_000),
      parts: ["word/numbering.xml": numbering])
    #expect(document.text.utf8.count < 1_000_000)
    #expect(document.passages.count == 2_000)
  }

  @Test("one element with 100,000 fallbacks or paragraphs in paragraphs is read in time")
  func many() throws {
    _ = try read(
      "<w:p><w:r>" + String(repeating: "<mc:Fallback/>", count: 100_000) + "</w:r></w:p>")
    let nested = "<w:p><w:pPr>\(Sample.list(1))</w:pPr>"
    _ = try read(
      String(repeating: nested, count: 1_000) + String(repeating: "<w:r/>", count: 100_000)
        + String(repeating: "</w:p>", count: 1_000),
      parts: ["word/numbering.xml": Sample.numbering])
  }

  @Test("a deleted paragraph end in a table of contents does not make the rest a part of it")
  func deletedEnd() throws {
    let deleted = "<w:rPr><w:del/></w:rPr>"
    let document = try read(
      Sample.paragraph("Hours 1", style: "C1", properties: deleted) + Sample.paragraph("Trees 2")
        + Sample.paragraph("Parks open at six."))
    #expect(Reading.passages(document) == ["Parks open at six."])
    let other = try read(
      Sample.paragraph("Trees are ", properties: deleted)
        + Sample.paragraph("old.", style: "C1") + Sample.paragraph("Hours 1", style: "C1")
        + Sample.paragraph("Parks open at six."))
    #expect(Reading.passages(other) == ["Trees are old.", "Parks open at six."])
    let last = try read(
      Sample.paragraph("Parks open at six.") + Sample.paragraph("End.", properties: deleted))
    #expect(Reading.passages(last) == ["Parks open at six.", "End."])
  }
}
