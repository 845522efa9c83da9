internal import GazetteDocument

/// A part of an office document whose tree is kept while others are read.
struct OfficePart: ~Copyable {
  private let tree: XMLTree?
  /// The outermost element, valid as long as the part.
  private let root: XMLNode?

  /// Reads a part; empty when there is none of this name.
  init(_ package: inout OfficePackage, _ name: String) throws(ParseError) {
    guard let xml = try package.text(name), !xml.isEmpty else {
      tree = nil
      root = nil
      return
    }
    try XMLGuard.check(xml.span)
    let parsed = try XMLTree(xml: xml)
    root = parsed.root
    tree = consume parsed
  }

  /// Hands out the notes of the part with their ids; a node is valid as long as the part.
  func forEachNote(_ body: (String, XMLNode) -> Void) {
    guard let root else { return }
    for note in root.children {
      // Those of a type part notes from the text.
      if note.attribute("type") == nil, let id = note.attribute("id") { body(id, note) }
    }
  }
}
