internal import GazetteDocument

/// Takes the parts of a workbook apart: sheets, shared strings, styles, links.
struct SpreadsheetReader {
  private var package: OfficePackage
  /// How many bytes of parts may still be unpacked.
  private var budget = Spreadsheet.maximumBytes
  private var strings: [String] = []
  private var styles = SpreadsheetStyles()
  private var isFrom1904 = false

  init(_ bytes: [UInt8]) throws(ParseError) {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw .notADocument(ParseFinding(.spreadsheetWithoutSheets))
    }
    package = try OfficePackage(ZipArchive(bytes))
  }

  /// Reads every sheet of cells.
  mutating func sheets() throws(ParseError) -> [Spreadsheet.Sheet] {
    let roots = try relations(of: "")
    let book =
      roots.values.filter { $0.type == "officeDocument" }.map(\.target).min() ?? "xl/workbook.xml"
    let parts = try relations(of: book)
    var listed: [(name: String, isHidden: Bool, part: String)] = []
    var is1904 = false
    try withTree(book) { root in
      if let date = root.child("workbookPr")?.attribute("date1904") {
        is1904 = date == "1" || date == "true"
      }
      for sheet in root.child("sheets")?.children ?? [] {
        guard let id = sheet.attribute("id"), let relation = parts[id],
          relation.type == "worksheet"
        else { continue }
        let state = sheet.attribute("state") ?? "visible"
        listed.append((sheet.attribute("name") ?? "", state != "visible", relation.target))
      }
    }
    isFrom1904 = is1904
    guard !listed.isEmpty else {
      throw .malformed(ParseFinding(.spreadsheetWithoutSheets), offset: nil)
    }
    for part in parts.values.sorted(by: { $0.target < $1.target }) {
      if part.type == "sharedStrings" { try readStrings(part.target) }
      if part.type == "styles" {
        var styles = SpreadsheetStyles()
        try withTree(part.target) { root in styles = SpreadsheetStyles(root) }
        self.styles = styles
      }
    }
    var sheets: [Spreadsheet.Sheet] = []
    var left = Spreadsheet.maximumCells
    for entry in listed {
      let sheet = try sheet(entry.part, name: entry.name, isHidden: entry.isHidden, limit: left)
      left -= sheet.cells.count
      sheets.append(sheet)
    }
    return sheets
  }

  private mutating func sheet(
    _ part: String, name: String, isHidden: Bool, limit: Int
  ) throws(ParseError) -> Spreadsheet.Sheet {
    let links = try relations(of: part)
    var sheet = Spreadsheet.Sheet(name: name, isHidden: isHidden, cells: [], merges: [])
    let (strings, styles, is1904) = (strings, styles, isFrom1904)
    try withTree(part) { root throws(ParseError) in
      let grid = SpreadsheetGrid(strings: strings, styles: styles, isFrom1904: is1904)
      sheet.cells = try grid.cells(of: root, limit: limit)
      sheet.merges = SpreadsheetGrid.merges(of: root)
      SpreadsheetGrid.attach(root, links.mapValues(\.target), to: &sheet.cells)
    }
    return sheet
  }

  private mutating func readStrings(_ part: String) throws(ParseError) {
    var found: [String] = []
    try withTree(part) { root in
      for item in root.children where item.isNamed("si") {
        found.append(SpreadsheetGrid.text(of: item))
      }
    }
    strings = found
  }

  private mutating func withTree(
    _ name: String, _ body: (XMLNode) throws(ParseError) -> Void
  ) throws(ParseError) {
    budget -= package.size(of: name)
    guard budget >= 0 else {
      throw .malformed(ParseFinding(.spreadsheetSize, Spreadsheet.maximumBytes), offset: nil)
    }
    try package.withTree(name, body)
  }

  /// What a part leads to, by the ids of its relations; the last word of the type tells the kind in both forms.
  private mutating func relations(
    of part: String
  ) throws(ParseError) -> [String: (type: String, target: String)] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    var found: [String: (type: String, target: String)] = [:]
    try withTree(folder + "_rels/" + name + ".rels") { root in
      for relation in root.children {
        guard let id = relation.attribute("Id"), let target = relation.attribute("Target") else {
          continue
        }
        let type = relation.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
        let isOutside = relation.attribute("TargetMode") == "External"
        found[id] = (type, isOutside ? target : SpreadsheetReader.resolved(target, in: folder))
      }
    }
    return found
  }

  /// The name of a part that another names, from the root of the archive where it begins with `/`.
  private static func resolved(_ target: String, in folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." {
        _ = parts.popLast()
      } else if step != "." {
        parts.append(step)
      }
    }
    return parts.joined(separator: "/")
  }
}
