internal import GazetteDocument

/// Counts the automatic numbers of a Word document as Word prints them, out of the part `word/numbering.xml`.
struct WordNumbering {
  /// One level of a list.
  private struct Level {
    var start = 1
    var format = "decimal"
    /// The words around the numbers: `第%1条`, `%1.%2`.
    var text = ""
    /// The level after which this one begins anew; `nil` for every one above it.
    var restart: Int?
    var isLegal = false
    var gap = "tab"
    /// The style that stands for the level.
    var style: String?
  }

  /// A list as paragraphs name it.
  private struct List {
    var abstract: String
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
    var isUsed = false
  }

  /// A number as it is printed.
  struct Label {
    var words: String
    /// Whether white space parts it from the text.
    var hasGap: Bool
    var isBullet: Bool
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// For each abstract list the last number of each level; 0 or less for none yet.
  private var counts: [String: [Int?]] = [:]
  private static let depth = 9
  /// No more scalars than these go around the numbers of a level, as every paragraph repeats them.
  private static let longestLabel = 256

  /// No list at all, as in a document without the part.
  init() {}

  init(_ root: XMLNode) {
    var links: [String: String] = [:]
    for node in root.children {
      if node.name == "abstractNum", let id = node.attribute("abstractNumId") {
        var levels: [Int: Level] = [:]
        for part in node.children {
          if part.name == "numStyleLink" { links[id] = part.attribute("val") ?? "" }
          guard part.name == "lvl" else { continue }
          WordNumbering.read(part, into: &levels)
        }
        abstracts[id] = levels
      } else if node.name == "num", let id = node.attribute("numId"),
        let abstract = node.child("abstractNumId")?.attribute("val")
      {
        var list = List(abstract: abstract)
        for change in node.children where change.name == "lvlOverride" {
          guard let level = change.attribute("ilvl").flatMap({ Int($0) }) else { continue }
          if let start = change.child("startOverride")?.attribute("val").flatMap({ Int($0) }) {
            list.starts[level] = start
          }
          if let own = change.child("lvl") { WordNumbering.read(own, into: &list.levels) }
        }
        lists[id] = list
      }
    }
  }

  private static func read(_ node: XMLNode, into levels: inout [Int: Level]) {
    guard let place = node.attribute("ilvl").flatMap({ Int($0) }), (0..<depth).contains(place)
    else {
      return
    }
    var level = Level()
    for part in node.children {
      let value = part.attribute("val")
      switch part.name {
      case "start": level.start = value.flatMap { Int($0) } ?? 1
      case "numFmt": level.format = value ?? "decimal"
      case "lvlText": level.text = String((value ?? "").unicodeScalars.prefix(longestLabel))
      case "lvlRestart": level.restart = value.flatMap { Int($0) }
      case "isLgl": level.isLegal = part.isOn
      case "suff": level.gap = value ?? "tab"
      case "pStyle": level.style = value
      default: break
      }
    }
    levels[place] = level
  }

  /// The level that stands for a style in a list.
  func level(of style: String, in list: String) -> Int? {
    guard let found = lists[list] else { return nil }
    return abstracts[found.abstract]?.first { $0.value.style == style }?.key
  }

  /// Counts one more paragraph of a list and says how its number is printed; `nil` when the list is not known.
  mutating func next(in id: String, level place: Int) -> Label? {
    guard (0..<WordNumbering.depth).contains(place), var list = lists[id] else { return nil }
    let key = list.abstract
    guard let level = self.level(place, of: list) else { return nil }
    var values = counts[key] ?? Array(repeating: nil, count: WordNumbering.depth)
    if !list.isUsed {
      // A list that says where it begins begins there when it is first used, whatever others counted.
      for (level, start) in list.starts where (0..<WordNumbering.depth).contains(level) {
        values[level] = start &- 1
      }
      list.isUsed = true
      lists[id] = list
    }
    for above in 0..<place where values[above] == nil {
      values[above] = list.starts[above] ?? self.level(above, of: list)?.start ?? 1
    }
    values[place] = (values[place] ?? (list.starts[place] ?? level.start) &- 1) &+ 1
    for below in (place + 1)..<max(place + 1, WordNumbering.depth) {
      let restart = self.level(below, of: list)?.restart
      // By default a level begins anew after any above it; 0 says never.
      if restart == nil || (restart ?? 0) > place { values[below] = nil }
    }
    counts[key] = values
    return label(level, values, list)
  }

  private func level(_ place: Int, of list: List) -> Level? {
    list.levels[place] ?? abstracts[list.abstract]?[place]
  }

  private func label(_ level: Level, _ values: [Int?], _ list: List) -> Label {
    guard level.format != "bullet" else { return Label(words: "", hasGap: false, isBullet: true) }
    var words = ""
    var rest = Substring(level.text)
    while let sign = rest.firstIndex(of: "%") {
      words += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      guard let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        words += "%"
        continue
      }
      rest = rest.dropFirst()
      let format = level.isLegal ? "decimal" : self.level(digit - 1, of: list)?.format ?? "decimal"
      words += ListNumeral.text(values[digit - 1] ?? 1, format: format)
    }
    words += rest
    return Label(words: words, hasGap: level.gap != "nothing", isBullet: false)
  }
}
