internal import GazetteDocument

/// The styles of an OpenDocument text as far as they say what a paragraph is.
struct OpenDocumentStyles {
  /// What a style says, those that it is based on worked in.
  struct Style {
    var isTitle = false
    var isEmphasised = false
    /// The rank of a heading.
    var outlineLevel: Int?
  }

  private struct Entry {
    var style = Style()
    var parent: String?
    var isBold: Bool?
    var isCentred: Bool?
  }

  private var entries: [String: Entry] = [:]
  /// The styles that were asked for, worked out.
  private var known: [String: Style] = [:]

  /// Takes the styles of a part; the first one of a name counts.
  mutating func take(_ styles: XMLNode) {
    for node in styles.children where node.isNamed("style") {
      guard let name = node.attribute("name"), entries[name] == nil else { continue }
      var entry = Entry()
      entry.style.isTitle = name == "Title"
      entry.parent = node.attribute("parent-style-name")
      entry.style.outlineLevel = node.attribute("default-outline-level").flatMap { Int($0) }
      if let weight = node.child("text-properties")?.attribute("font-weight") {
        entry.isBold = weight == "bold" || weight == "700" || weight == "800" || weight == "900"
      }
      if let alignment = node.child("paragraph-properties")?.attribute("text-align") {
        entry.isCentred = alignment == "center"
      }
      entries[name] = entry
    }
  }

  /// The style of a name; that of plain text without one.
  subscript(name: String?) -> Style {
    mutating get {
      guard let name else { return Style() }
      if let found = known[name] { return found }
      var style = Style()
      var isBold: Bool?
      var isCentred: Bool?
      var next: String? = name
      var seen: Set<String> = []
      while let current = next, seen.count < 64, seen.insert(current).inserted {
        let entry = entries[current] ?? Entry()
        style.isTitle = style.isTitle || entry.style.isTitle || current == "Title"
        style.outlineLevel = style.outlineLevel ?? entry.style.outlineLevel
        isBold = isBold ?? entry.isBold
        isCentred = isCentred ?? entry.isCentred
        next = entry.parent
      }
      style.isEmphasised = isBold ?? false || isCentred ?? false
      known[name] = style
      return style
    }
  }
}
