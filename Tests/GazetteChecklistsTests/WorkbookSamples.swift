import GazetteTestSupport

/// Workbooks made by hand in the forms in which spreadsheet programs save them.
struct WorkbookSamples {
  static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// The inside of `sheetData`, for each sheet.
  var sheets: [(name: String, rows: String, after: String)] = []
  /// The shared strings as `si` elements.
  var strings = ""
  /// The inside of `styleSheet`.
  var styles = ""
  var isStrict = false
  /// Whether parts are named from the root of the archive.
  var isAbsolute = false
  var isFrom1904 = false
  /// Relations of the first sheet.
  var links = ""

  /// The bytes of the file.
  var bytes: [UInt8] {
    let main = isStrict ? Self.strict : Self.transitional
    let relation = isStrict ? Self.strictRelations : Self.relations
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let root = isAbsolute ? "/xl/" : ""
    var parts =
      "<Relationship Id=\"s\" Type=\"\(relation)/sharedStrings\" Target=\"\(root)strings.xml\"/>"
    parts += "<Relationship Id=\"t\" Type=\"\(relation)/styles\" Target=\"\(root)styles.xml\"/>"
    var list = ""
    var files: [ArchiveWriter.File] = []
    for (index, sheet) in sheets.enumerated() {
      let name = "worksheets/sheet\(index + 1).xml"
      parts +=
        "<Relationship Id=\"rId\(index)\" Type=\"\(relation)/worksheet\" Target=\"\(root)\(name)\"/>"
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index)\"/>"
      files.append(
        .init(
          "xl/" + name,
          "<x:worksheet xmlns:x=\"\(main)\" xmlns:r=\"\(relation)\"><x:sheetData>\(prefixed(sheet.rows))</x:sheetData>\(prefixed(sheet.after))</x:worksheet>"
        ))
    }
    files.append(
      .init(
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships xmlns=\"\(package)\">\(links)</Relationships>"))
    files.append(
      .init(
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"b\" Type=\"\(relation)/officeDocument\" Target=\"\(isAbsolute ? "/" : "")xl/workbook.xml\"/></Relationships>"
      ))
    files.append(
      .init(
        "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(parts)</Relationships>"
      ))
    files.append(
      .init(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><workbookPr\(isFrom1904 ? " date1904=\"1\"" : "")/><sheets>\(list)</sheets></workbook>"
      ))
    files.append(.init("xl/strings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"))
    files.append(.init("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"))
    return ArchiveWriter.zip(files)
  }

  /// Elements with a prefix, as LibreOffice never and other programs sometimes write them.
  private func prefixed(_ xml: String) -> String {
    xml.replacing("</", with: "\u{1}").replacing("<", with: "<x:").replacing("\u{1}", with: "</x:")
  }
}
