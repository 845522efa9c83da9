import Gazette

/// A handout as a Word document (Office Open XML, ECMA-376), for Word, WPS and LibreOffice alike.
///
/// Headings, quotations and tables have named styles, so that a trainer changes the look in one place; every run says its language.
/// The same blocks give the same bytes.
struct WordDocument {
  private let outline: StudyOutline
  private let isBilingual: Bool

  init(_ outline: StudyOutline) {
    self.outline = outline
    isBilingual = outline.pack.language == .both
  }

  /// The file.
  var bytes: [UInt8] {
    var archive = ZIPArchiveWriter()
    archive.add("[Content_Types].xml", Array(Self.contentTypes.utf8))
    archive.add("_rels/.rels", Array(Self.relations.utf8))
    archive.add("docProps/core.xml", Array(properties.utf8))
    archive.add("word/document.xml", Array(document.utf8))
    archive.add("word/styles.xml", Array(Self.styles.utf8))
    archive.add("word/footer1.xml", Array(Self.footer.utf8))
    archive.add("word/_rels/document.xml.rels", Array(Self.documentRelations.utf8))
    return archive.finished()
  }

  private var document: String {
    var body = ""
    for block in outline.handout {
      switch block {
      case .heading(let level, let words):
        body += paragraph(words, style: level == 1 ? "Title" : "Heading\(level - 1)")
      case .note(let words): body += paragraph(words, style: "Caption")
      case .statement(let statement): body += self.statement(statement)
      case .table(let rows): body += table(rows, widths: [26, 26, 16, 32], hasHead: true)
      }
    }
    body += """
      <w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1440" w:right="1304" w:bottom="1440" w:left="1304" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>
      """
    return Self.declaration
      + "<w:document xmlns:w=\"\(Self.space)\" xmlns:r=\"\(Self.relationSpace)\"><w:body>\(body)</w:body></w:document>"
  }

  private func statement(_ statement: StudyStatement) -> String {
    let own =
      paragraph(statement.text, style: "Quote")
      + paragraph("— " + outline.citation(of: statement.excerpt), style: "Source")
    guard isBilingual else { return own }
    var other = paragraph(
      outline.translation(of: statement),
      style: statement.translation == nil ? "Caption" : "Quote")
    if let translation = statement.translation {
      other += paragraph("— " + outline.citation(of: translation), style: "Source")
    }
    return Self.table([[own, other]], widths: [50, 50], hasHead: false)
  }

  private func table(_ rows: [[String]], widths: [Int], hasHead: Bool) -> String {
    Self.table(
      rows.enumerated().map { place, row in
        row.map { paragraph($0, style: hasHead && place == 0 ? "TableHead" : "TableText") }
      }, widths: widths, hasHead: hasHead)
  }

  /// A table of cells that are written already.
  private static func table(_ rows: [[String]], widths: [Int], hasHead: Bool) -> String {
    var xml =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
    xml += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    // A4 without its margins is 9298 twentieths of a point wide.
    for width in widths { xml += "<w:gridCol w:w=\"\(9_298 * width / 100)\"/>" }
    xml += "</w:tblGrid>"
    for (place, row) in rows.enumerated() {
      xml += "<w:tr><w:trPr><w:cantSplit/>"
      if hasHead, place == 0 { xml += "<w:tblHeader/>" }
      xml += "</w:trPr>"
      for (cell, width) in zip(row, widths) {
        xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(50 * width)\" w:type=\"pct\"/></w:tcPr>\(cell)</w:tc>"
      }
      xml += "</w:tr>"
    }
    // A table must not be the last thing before another one, nor the last of the body.
    return xml + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>"
  }

  private func paragraph(_ text: String, style: String) -> String {
    let words = XMLText.escaped(StudyStatement.line(TextSafety.visible(text)))
    let hint =
      text.utf8.contains { $0 >= 0xE3 } ? "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>" : ""
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r>\(hint)"
      + "<w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p>"
  }

  private var properties: String {
    let title = XMLText.escaped(
      TextSafety.visible(outline.words("handout.title", outline.pack.title)))
    return Self.declaration + """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title)</dc:title><dc:creator>Gazette</dc:creator>\
      <dc:language>\(outline.words.isChinese ? "zh-CN" : "en-GB")</dc:language></cp:coreProperties>
      """
  }
}
