/// The elements of a Word document that the reader tells apart.
enum WordElement {
  case paragraph, run, text, tab, lineBreak, hyphen, symbol
  case table, row, cell
  case contentControl, noteReference, textBox, fallback
  case fieldSign, fieldCode
  /// Nothing of it is text: properties, what a revision deleted.
  case silent
  /// Something around others.
  case other

  private static let byName: [UInt64: WordElement] = {
    let names: [(WordElement, [String])] = [
      (.paragraph, ["p"]), (.run, ["r"]), (.text, ["t"]), (.tab, ["tab", "ptab"]),
      (.lineBreak, ["br", "cr"]), (.hyphen, ["noBreakHyphen"]), (.symbol, ["sym"]),
      (.table, ["tbl"]), (.row, ["tr"]), (.cell, ["tc"]), (.contentControl, ["sdt"]),
      (.noteReference, ["footnoteReference", "endnoteReference"]), (.textBox, ["txbxContent"]),
      (.fallback, ["Fallback"]), (.fieldSign, ["fldChar"]), (.fieldCode, ["instrText"]),
      (
        .silent,
        [
          "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "del",
          "moveFrom", "delText", "delInstrText", "rt", "footnotePr", "endnotePr", "fldData",
          "tblPrEx",
          "separator", "continuationSeparator",
        ]
      ),
    ]
    var byName: [UInt64: WordElement] = [:]
    for (element, list) in names { for name in list { byName[Lexicon.hash(name.utf8)] = element } }
    return byName
  }()

  init(_ node: XMLNode) {
    self = WordElement.byName[node.nameHash] ?? .other
  }

  /// What the element is to one who judges tables.
  var role: MarkupRole {
    switch self {
    case .paragraph: .block
    case .table: .table
    case .row: .row
    case .cell: .cell
    case .silent: .silent
    default: .inline
    }
  }
}
