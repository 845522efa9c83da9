import GazetteTestSupport

extension SameText {
  // MARK: Office forms

  /// The text as Word keeps it: headings by style, numbers by the part for lists.
  var docx: [UInt8] {
    var body = OfficeSamples.paragraph(title, style: "T")
    var lists = 0
    for part in parts {
      switch part {
      case .heading(let rank, let words): body += OfficeSamples.paragraph(words, style: "H\(rank)")
      case .paragraph(let words): body += OfficeSamples.paragraph(words)
      case .list(let items):
        lists += 1
        for item in items {
          body += OfficeSamples.paragraph(item, properties: OfficeSamples.list(lists))
        }
      case .table(let rows):
        body += "<w:tbl>"
        for row in rows {
          body += "<w:tr>"
          for cell in row { body += "<w:tc>" + OfficeSamples.paragraph(cell) + "</w:tc>" }
          body += "</w:tr>"
        }
        body += "</w:tbl>"
      }
    }
    return OfficeSamples.docx(
      body, parts: ["word/styles.xml": styles, "word/numbering.xml": numbering(lists)])
  }

  private var styles: String {
    let headings = (1...4).map { rank in
      "<w:style w:type='paragraph' w:styleId='H\(rank)'><w:name w:val='heading \(rank)'/>"
        + "<w:pPr><w:outlineLvl w:val='\(rank - 1)'/></w:pPr></w:style>"
    }
    return OfficeSamples.word(
      "styles",
      "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>"
        + headings.joined())
  }

  /// One list of the same kind for each that begins anew.
  private func numbering(_ count: Int) -> String {
    var lists = ""
    for id in 1...max(1, count) {
      lists +=
        "<w:num w:numId='\(id)'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        + "<w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    }
    return OfficeSamples.word(
      "numbering",
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        + "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>" + lists)
  }

  /// The text as OpenDocument keeps it.
  var odt: [UInt8] {
    var body = "<text:p text:style-name='Title'>\(title)</text:p>"
    for part in parts {
      switch part {
      case .heading(let rank, let words):
        body += "<text:h text:outline-level='\(rank)'>\(words)</text:h>"
      case .paragraph(let words): body += "<text:p text:style-name='P1'>\(words)</text:p>"
      case .list(let items):
        let all = items.map { "<text:list-item><text:p>\($0)</text:p></text:list-item>" }
        body += "<text:list text:style-name='L1'>" + all.joined() + "</text:list>"
      case .table(let rows):
        body += "<table:table>"
        for row in rows {
          body += "<table:table-row>"
          for cell in row {
            body += "<table:table-cell><text:p>\(cell)</text:p></table:table-cell>"
          }
          body += "</table:table-row>"
        }
        body += "</table:table>"
      }
    }
    return OpenDocumentSamples.odt(body, lists: OpenDocumentSamples.decimalList)
  }
}
