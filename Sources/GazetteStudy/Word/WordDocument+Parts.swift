/// The parts of a Word document that are always the same.
extension WordDocument {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageSpace = "http://schemas.openxmlformats.org/package/2006/"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  static let contentTypes =
    declaration + """
      <Types xmlns="\(packageSpace)content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(word)document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(word)styles+xml"/>\
      <Override PartName="/word/footer1.xml" ContentType="\(word)footer+xml"/>\
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      </Types>
      """

  static let relations =
    declaration + """
      <Relationships xmlns="\(packageSpace)relationships">\
      <Relationship Id="rId1" Type="\(relationSpace)/officeDocument" Target="word/document.xml"/>\
      <Relationship Id="rId2" Type="\(packageSpace)relationships/metadata/core-properties" Target="docProps/core.xml"/>\
      </Relationships>
      """

  static let documentRelations =
    declaration + """
      <Relationships xmlns="\(packageSpace)relationships">\
      <Relationship Id="rId1" Type="\(relationSpace)/styles" Target="styles.xml"/>\
      <Relationship Id="rId2" Type="\(relationSpace)/footer" Target="footer1.xml"/>\
      </Relationships>
      """

  static let footer =
    declaration + """
      <w:ftr xmlns:w="\(space)"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
      """

  /// Named styles: what a trainer changes once for the whole handout.
  static let styles =
    declaration + "<w:styles xmlns:w=\"\(space)\">" + """
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>\
      <w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
      """
    + style("Title", "Title", "<w:keepNext/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"36\"/>")
    + style(
      "Heading1", "heading 1",
      "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
      "<w:b/><w:color w:val=\"8A1F1F\"/><w:sz w:val=\"28\"/>")
    + style(
      "Heading2", "heading 2", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>",
      "<w:b/><w:sz w:val=\"24\"/>")
    + style(
      "Quote", "Quote",
      "<w:keepNext/><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"8A1F1F\"/></w:pBdr>"
        + "<w:spacing w:after=\"40\"/><w:ind w:left=\"240\"/>", "")
    + style(
      "Source", "Source",
      "<w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"240\"/>",
      "<w:color w:val=\"555555\"/><w:sz w:val=\"16\"/>")
    + style(
      "Caption", "caption", "<w:jc w:val=\"center\"/>",
      "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/>")
    + style(
      "TableHead", "Table Head", "<w:keepNext/><w:spacing w:after=\"0\"/>",
      "<w:b/><w:sz w:val=\"18\"/>")
    + style(
      "TableText", "Table Text", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
      "<w:sz w:val=\"18\"/>")
    + style("Gap", "Gap", "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "")
    + style("Footer", "footer", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/>") + """
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\
      <w:top w:val="single" w:sz="4" w:color="999999"/><w:left w:val="single" w:sz="4" w:color="999999"/>\
      <w:bottom w:val="single" w:sz="4" w:color="999999"/><w:right w:val="single" w:sz="4" w:color="999999"/>\
      <w:insideH w:val="single" w:sz="4" w:color="999999"/><w:insideV w:val="single" w:sz="4" w:color="999999"/>\
      </w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
      """

  private static func style(
    _ id: String, _ name: String, _ paragraph: String, _ run: String
  ) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }
}
