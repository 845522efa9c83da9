internal import GazetteDocument

/// The paragraph styles of a Word document, those that they are based on worked in.
struct WordStyles {
  /// What a style, or a paragraph itself, says of how a paragraph is read; `nil` for what it does not say.
  struct Properties {
    /// The rank of a heading from 0; 9 for running text.
    var outlineLevel: Int?
    /// The list that numbers it, and the level in that list.
    var list: String?
    var listLevel: Int?
    var isBold: Bool?
    var isCentred: Bool?
    /// The size of the letters in half points.
    var size: Int?

    /// What this says, else what another does.
    func over(_ other: Properties) -> Properties {
      Properties(
        outlineLevel: outlineLevel ?? other.outlineLevel, list: list ?? other.list,
        listLevel: listLevel ?? other.listLevel, isBold: isBold ?? other.isBold,
        isCentred: isCentred ?? other.isCentred,
        size: size ?? other.size)
    }
  }

  /// One style.
  struct Style {
    var properties = Properties()
    /// The rank of a heading that the built-in name says.
    var isTitle = false
    var isContents = false
    var isQuotation = false
  }

  private var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private var standard = Style()

  /// The size of letters where no style says one.
  private(set) var standardSize = WordTitle.standardSize

  /// No style at all, as in a document without the part.
  init() {}

  /// Reads the part `word/styles.xml`.
  init(_ root: XMLNode) {
    var found: [String: (style: Style, base: String?)] = [:]
    var first: String?
    for node in root.children where node.name == "style" && node.attribute("type") == "paragraph" {
      guard let id = node.attribute("styleId") else { continue }
      if node.attribute("default") == "1" || node.attribute("default") == "true" { first = id }
      var style = Style()
      var base: String?
      for part in node.children {
        switch part.name {
        case "name": WordStyles.readName(part.attribute("val") ?? "", into: &style)
        case "basedOn": base = part.attribute("val")
        case "pPr":
          style.properties = WordStyles.properties(of: part).over(style.properties)
        case "rPr":
          style.properties.isBold = WordStyles.isBold(part) ?? style.properties.isBold
          style.properties.size = WordStyles.size(part) ?? style.properties.size
        default: break
        }
      }
      found[id] = (style, base)
    }
    for (id, entry) in found {
      var style = entry.style
      var base = entry.base
      var seen: Set<String> = [id]
      while let name = base, seen.insert(name).inserted, seen.count < 64, let below = found[name] {
        style.properties = style.properties.over(below.style.properties)
        base = below.base
      }
      styles[id] = style
    }
    if let first, let style = styles[first] { standard = style }
    let defaults = root.child("docDefaults")?.child("rPrDefault")?.child("rPr")
    standardSize = defaults.flatMap(WordStyles.size) ?? standardSize
  }

  /// The style of a name; the standard one without a name.
  subscript(id: String?) -> Style {
    guard let id else { return standard }
    return styles[id] ?? standard
  }

  /// The built-in styles are known by their names, which are English in every edition of Word.
  private static func readName(_ name: String, into style: inout Style) {
    let key = name.lowercased()
    if key.hasPrefix("heading "), let rank = Int(key.dropFirst(8)), (1...9).contains(rank) {
      style.properties.outlineLevel = style.properties.outlineLevel ?? rank - 1
    } else if key.hasPrefix("标题 "), let rank = Int(key.dropFirst(3)), (1...9).contains(rank) {
      style.properties.outlineLevel = style.properties.outlineLevel ?? rank - 1
    }
    style.isTitle = key == "title"
    style.isQuotation = ["quote", "intense quote", "block text", "引用", "明显引用", "引文"].contains(key)
    style.isContents = key.hasPrefix("toc") || key == "table of figures"
  }

  /// What the properties of a paragraph say.
  static func properties(of node: XMLNode) -> Properties {
    var found = Properties()
    for part in node.children {
      switch part.name {
      case "outlineLvl": found.outlineLevel = part.attribute("val").flatMap { Int($0) }
      case "numPr":
        for value in part.children {
          if value.name == "numId" { found.list = value.attribute("val") }
          if value.name == "ilvl" { found.listLevel = value.attribute("val").flatMap { Int($0) } }
        }
      case "jc": found.isCentred = part.attribute("val") == "center"
      default: break
      }
    }
    return found
  }

  /// The size of letters that the properties of a run give, in half points.
  static func size(_ node: XMLNode) -> Int? {
    node.child("sz")?.attribute("val").flatMap { Int($0) }
  }

  /// Whether the properties of a run make it bold; `nil` when they do not say.
  static func isBold(_ node: XMLNode) -> Bool? {
    for part in node.children where part.name == "b" { return part.isOn }
    return nil
  }
}
