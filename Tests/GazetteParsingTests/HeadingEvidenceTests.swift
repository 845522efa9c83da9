import GazetteDocument
import GazetteParsing
import Testing

/// What is a heading and what only looks like one, in forms that say so themselves and are wrong at times.
@Suite struct HeadingEvidenceTests {
  private func act(_ body: String, title: String? = nil) throws -> PolicyDocument {
    let entered = title.map { "<meta><x><FRBRtitle value='\($0)'/></x></meta>" } ?? ""
    return try Reading.document(
      "<?xml version='1.0'?><akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
        + "<doc name='d'>\(entered)<mainBody>\(body)</mainBody></doc></akomaNtoso>", file: "a.xml")
  }

  private func paragraph(_ words: String, number: String? = nil, bold: Bool = false) -> String {
    let inner = bold ? "<b>\(words)</b>" : words
    let num = number.map { "<num>\($0)</num>" } ?? ""
    return "<paragraph>\(num)<content><p>\(inner)</p></content></paragraph>"
  }

  private let long =
    "Every district looks after the parks that lie in it and tells the city each year what it found there."

  @Test("a heading that leads into a list is the beginning of a sentence")
  func leadIns() throws {
    let found = try act(
      "<level><heading>Duties</heading>" + paragraph(long)
        + "<level><heading>The benefits of this option are:</heading>"
        + paragraph("cleaner paths and older trees,", number: "(a)")
        + paragraph("shorter ways.", number: "(b)") + "</level></level>", title: "Notes")
    #expect(Reading.outline(found) == ["Duties"])
    #expect(Reading.passages(found).contains("The benefits of this option are:"))
    let page = try Reading.document(
      "<h1>Parks of the City</h1><h2>Duties</h2><p>\(long)</p><h2>This Code applies to:</h2>"
        + "<ul><li>parks of the city</li><li>gardens of schools</li></ul>"
        + "<h2>Aims:</h2><ul><li>clean paths</li></ul>",
      file: "a.html")
    #expect(Reading.outline(page) == ["Duties", "Aims:"])
  }

  @Test("what is set in bold heads what follows, though the form names its headings")
  func bold() throws {
    let found = try act(
      paragraph("Trees", number: "1.", bold: true) + paragraph(long, number: "1.1")
        + paragraph("Hours of opening", number: "2.", bold: true) + paragraph(long, number: "2.1")
        + paragraph("Winter", bold: true) + paragraph(long))
    #expect(Reading.outline(found) == ["1. Trees", "2. Hours of opening", " Winter"])
    #expect(found.passages.count == 3)
  }

  @Test("the first line of a broken paragraph is no heading, nor are two sentences")
  func broken() throws {
    let found = try Reading.document(
      "<p><b>Rules</b></p><p>\(long)</p><p>3.1 Ministers answer to the city for what they decide</p>"
        + "<p>together with the districts, and for what they leave undone in the parks.</p>"
        + "<p>3.2 Ministers decide on trees. Districts should</p><p>Tell them which.</p>",
      file: "a.html")
    #expect(found.sections.dropFirst().allSatisfy { $0.number == nil })
  }

  @Test("an annex stands beside the chapters of its paper, not in the last of them")
  func annex() throws {
    let found = try Reading.document(
      "<h1>办法</h1><h2>总则</h2><p>各区落实。</p><h2>附则</h2><p>自公布之日起施行。</p>"
        + "<p>附件</p><p>各区公园的名单如下，由市人民政府每年公布一次，公布前征求意见。</p>",
      file: "a.html")
    #expect(found.sections.dropFirst().map(\.depth) == [1, 1, 1])
    #expect(found.sections.last?.number == "附件")
  }

  @Test(
    "a contents page that no form marks is no text",
    arguments: [
      ("Contents", ["Scope 1", "Duties of districts 3", "Cost 9"]),
      ("目　录", ["第一章 总则……1", "第二章 职责……3", "第三章 附则……9"]),
      ("Table of Contents", ["1. Scope . . . 2", "2. Duties 2", "Annex A 14"]),
    ])
  func contents(head: String, lines: [String]) throws {
    let body = "<p>\(long)</p><p>They tell the city what they found, and what it cost to mend.</p>"
    let page = { (lines: [String]) in
      "<h1>Parks</h1>" + ([head] + lines).map { "<p>\($0)</p>" }.joined() + body
    }
    #expect(Reading.passages(try Reading.document(page(lines), file: "a.html")).count == 2)
    // Numbers that fall, and two lines alone, are none of pages.
    for other in [Array(lines.reversed()), Array(lines.prefix(2))] {
      #expect(Reading.passages(try Reading.document(page(other), file: "a.html")).count > 2)
    }
  }

  @Test(
    "the line that says the end of an entered title is no text; any other stays and heads nothing")
  func printedTitle() throws {
    let title = "Notes for the Parks Act 2024"
    let same = try act(paragraph("PARKS ACT 2024", bold: true) + paragraph(long), title: title)
    #expect(Reading.passages(same) == [long] && same.sections.count == 1)
    let other = try act(paragraph("FINAL ASSESSMENT", bold: true) + paragraph(long), title: title)
    #expect(Reading.passages(other) == ["FINAL ASSESSMENT", long] && other.sections.count == 1)
    #expect(other.metadata.title.value == title)
  }

  @Test("the title of a Word document is what stands first in the largest letters, broken or not")
  func wordTitle() throws {
    func sized(_ words: String, _ size: Int) -> String {
      "<w:p><w:r><w:rPr><w:sz w:val='\(size)'/></w:rPr><w:t>\(words)</w:t></w:r></w:p>"
    }
    let body = (1...4).map { sized("On day \($0): \(long)", 22) }.joined()
    func title(_ head: String, core: String? = nil) throws -> String? {
      let parts = core.map { title in
        ["docProps/core.xml": "<c xmlns:d='urn:d'><d:title>\(title)</d:title></c>"]
      }
      let bytes = OfficeSamples.docx(head + body, parts: parts ?? [:])
      return try Reading.document(bytes, file: "a.docx").metadata.title.value
    }
    #expect(
      try title(
        sized("Governance of the Public", 52) + sized("Gardens", 52) + sized("May 2016", 24))
        == "Governance of the Public Gardens")
    #expect(try title(sized("A code for all who come to the parks of the city.", 32)) != nil)
    #expect(try title(sized(long, 22)) == nil)
    #expect(try title(sized(long, 22), core: "Park Rules") == "Park Rules")
    #expect(try title(sized("Pet Parks Act 2024", 22), core: "Pet Parks") == "Pet Parks Act 2024")
  }
}
