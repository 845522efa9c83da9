import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite struct WordReaderTests {
  private typealias Sample = OfficeSamples

  private func read(_ body: String, parts: [String: String] = [:]) throws -> PolicyDocument {
    var parts = parts
    parts["word/styles.xml"] = Sample.styles
    parts["word/numbering.xml"] = Sample.numbering
    let document = try Reading.document(Sample.docx(body, parts: parts), file: "a.docx")
    #expect(Reading.violations(of: document).isEmpty)
    #expect(document.format == .docx)
    return document
  }

  private func source(_ document: PolicyDocument) -> String {
    String(decoding: document.text.utf8, as: UTF8.self)
  }

  @Test("headings are known by their styles, also by those that theirs are based on")
  func headings() throws {
    let document = try read(
      Sample.paragraph("公园开放办法", style: "T") + Sample.paragraph("目标", style: "1")
        + Sample.paragraph("各区落实。") + Sample.paragraph("范围", style: "2")
        + Sample.paragraph("全市公园。") + Sample.paragraph("总则", style: "own")
        + Sample.paragraph("自行规定。", properties: "<w:outlineLvl w:val='9'/>"))
    #expect(document.metadata.title.value == "公园开放办法")
    #expect(Reading.outline(document) == ["目标", " 范围", "第一章 总则"])
    #expect(Reading.passages(document) == ["各区落实。", "全市公园。", "自行规定。"])
  }

  @Test("automatic numbers are counted as Word counts them, and are part of the text")
  func numbering() throws {
    func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
      Sample.paragraph(text, properties: Sample.list(list, level))
    }
    let document = try read(
      item("甲。", 1) + item("乙。", 1, 1) + item("丙。", 1, 1) + item("丁。", 1, 2) + item("戊。", 1)
        + item("己。", 1, 1) + item("c。", 2) + item("d。", 2) + item("点。", 4) + item("a。", 5)
        + item("b。", 5) + item("后。", 2))
    #expect(
      source(document)
        == "一、甲。\n（一）乙。\n（二）丙。\n1.2.1 丁。\n二、戊。\n（一）己。\n(c) c。\n(d) d。\n点。\n(a) a。\n(b) b。\n(c) 后。\n"
    )
    #expect(document.passages.map(\.number).suffix(6) == ["(c)", "(d)", nil, "(a)", "(b)", "(c)"])
  }

  @Test(
    "numbers are printed in each format",
    arguments: [
      ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("lowerLetter", 28, "bb"),
      ("upperLetter", 3, "C"), ("lowerRoman", 14, "xiv"), ("upperRoman", 1990, "MCMXC"),
      ("chineseCountingThousand", 23, "二十三"), ("chineseLegalSimplified", 12, "拾贰"),
      ("decimalEnclosedCircle", 5, "⑤"), ("ideographTraditional", 2, "乙"), ("unheard-of", 4, "4"),
    ])
  func formats(format: String, value: Int, words: String) throws {
    let numbering = Sample.word(
      "numbering",
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='\(value)'/><w:numFmt w:val='\(format)'/><w:lvlText w:val='&lt;%1&gt;'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    let body = Sample.paragraph("x", properties: Sample.list(1))
    let document = try Reading.document(
      Sample.docx(body, parts: ["word/numbering.xml": numbering]), file: "a.docx")
    // ChineseNumeral leaves the one before ten out, as people do.
    #expect(
      source(document) == "<\(words)> x\n" || words == "拾贰" && source(document) == "<壹拾贰> x\n")
  }

  @Test("of revised text the final state is read")
  func revisions() throws {
    let document = try read(
      "<w:p><w:r><w:t xml:space='preserve'>Parks </w:t></w:r><w:del><w:r><w:delText>may </w:delText></w:r></w:del><w:ins><w:r><w:t xml:space='preserve'>must </w:t></w:r></w:ins><w:r><w:t>open.</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>At six </w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>sharp.</w:t></w:r></w:moveTo></w:p>"
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>old</w:t></w:r></w:p></w:tc><w:tc/></w:tr><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>End.</w:t></w:r></w:p>"
    )
    #expect(source(document) == "Parks must open.\nAt six sharp.\nNorth\t12\nEnd.\n")
  }

  @Test("notes and text boxes follow the paragraph that they belong to, each once")
  func notes() throws {
    let note = { (id: Int, text: String) in
      "<w:footnote w:id='\(id)'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> \(text)</w:t></w:r></w:p></w:footnote>"
    }
    let box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    let document = try read(
      "<w:p><w:r><w:t xml:space='preserve'>Parks </w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>open.</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback><v:textbox>\(box)</v:textbox></mc:Fallback></mc:AlternateContent><w:t>Next.</w:t></w:r></w:p>",
      parts: [
        "word/footnotes.xml": Sample.word(
          "footnotes",
          "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>"
            + note(2, "Since 2019.") + note(3, "Nobody asks."))
      ])
    #expect(source(document) == "Parks open.\nSince 2019.\nNext.\nIn a box.\n")
    #expect(document.passages.map(\.number) == [nil, "2", nil, nil])
  }

  @Test("contents pages, headers and footers are in the source text and in no passage")
  func furniture() throws {
    func field(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType='\(kind)'/></w:r>" }
    let document = try read(
      Sample.paragraph("Style entry 1", style: "C1")
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>\(Sample.paragraph("Control entry 2"))</w:sdtContent></w:sdt>"
        + "<w:p>\(field("begin"))<w:r><w:instrText xml:space='preserve'> TOC \\o 1 </w:instrText></w:r>\(field("separate"))<w:r><w:t>Field entry 3</w:t></w:r></w:p><w:p><w:r><w:t>Field entry 4</w:t></w:r>\(field("end"))</w:p>"
        + "<w:p><w:r><w:t xml:space='preserve'>On </w:t></w:r>\(field("begin"))<w:r><w:instrText>DATE</w:instrText></w:r>\(field("separate"))<w:r><w:t>Monday</w:t></w:r>\(field("end"))</w:p>",
      parts: [
        "word/header1.xml": Sample.word("hdr", Sample.paragraph("City Council")),
        "word/header2.xml": Sample.word("hdr", Sample.paragraph("City Council")),
        "word/footer1.xml": Sample.word("ftr", Sample.paragraph("Page 1")),
      ])
    #expect(
      source(document)
        == "Style entry 1\nControl entry 2\nField entry 3\nField entry 4\nOn Monday\nPage 1\nCity Council\n"
    )
    #expect(Reading.passages(document) == ["On Monday"])
  }

  @Test("a table of contents that never ends swallows nothing")
  func openField() throws {
    let document = try read(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>"
        + Sample.paragraph("Parks open at six."))
    #expect(Reading.passages(document) == ["Parks open at six."])
  }

  @Test("rows of data are joined by tabs; a table of one column, or around another, is layout")
  func tables() throws {
    func cell(_ text: String) -> String { "<w:tc>\(Sample.paragraph(text))</w:tc>" }
    let data =
      "<w:tbl><w:tr>\(cell("Park"))\(cell("Trees"))</w:tr><w:tr>\(cell("North"))\(cell("12"))</w:tr></w:tbl>"
    let document = try read(
      data
        + "<w:tbl><w:tr>\(cell("Alone."))</w:tr></w:tbl><w:tbl><w:tr>\(cell("Left."))<w:tc>\(data)<w:p/></w:tc></w:tr></w:tbl>"
    )
    #expect(
      Reading.passages(document) == [
        "Park\tTrees", "North\t12", "Alone.", "Left.", "Park\tTrees", "North\t12",
      ])
  }
}
