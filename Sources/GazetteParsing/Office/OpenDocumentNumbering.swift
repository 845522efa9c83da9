internal import GazetteDocument

/// Counts the automatic numbers of an OpenDocument text as office programs print them: those of lists, and those that the
/// outline gives to headings (ISO/IEC 26300-3, 16.30 to 16.34).
struct OpenDocumentNumbering {
  /// How the numbers of one level are printed.
  private struct Level {
    var format = ""
    var prefix = ""
    var suffix = ""
    /// How many levels, this one the last, the number names: 2 for `1.2`.
    var shown = 1
    var start = 1
  }

  /// One open list.
  private struct List {
    var style: String
    var id: String
  }

  private static let depth = 10
  /// No more scalars than these go around the numbers of a level, as every item repeats them.
  private static let longestLabel = 256
  private static let outline = "\u{0}outline"

  private var styles: [String: [Int: Level]] = [:]
  /// The open lists, outermost first.
  private var open: [List] = []
  /// The last number of each level, by the style of the list; `nil` for none yet.
  private var counts: [String: [Int?]] = [:]
  /// The styles of the lists that a later one may go on from, by their ids.
  private var named: [String: String] = [:]

  /// Takes the list styles of a part: `content.xml` and `styles.xml` each have some.
  mutating func take(_ styles: XMLNode) {
    for node in styles.children {
      let isOutline = node.isNamed("outline-style")
      guard isOutline || node.isNamed("list-style") else { continue }
      let name = isOutline ? OpenDocumentNumbering.outline : node.attribute("name") ?? ""
      guard self.styles[name] == nil else { continue }
      self.styles[name] = OpenDocumentNumbering.levels(of: node)
    }
  }

  private static func levels(of style: XMLNode) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for node in style.children {
      guard let place = node.attribute("level").flatMap({ Int($0) }), (1...depth).contains(place)
      else { continue }
      var level = Level()
      if !node.isNamed("list-level-style-bullet"), !node.isNamed("list-level-style-image") {
        func words(_ name: String) -> String {
          String((node.attribute(name) ?? "").unicodeScalars.prefix(longestLabel))
        }
        level.format = words("num-format")
        (level.prefix, level.suffix) = (words("num-prefix"), words("num-suffix"))
        level.shown = node.attribute("display-levels").flatMap { Int($0) } ?? 1
        level.start = node.attribute("start-value").flatMap { Int($0) } ?? 1
      }
      levels[place] = level
    }
    return levels
  }

  // MARK: Lists

  /// Notes that a list begins, perhaps within an item of another.
  mutating func beginList(_ node: XMLNode) {
    let style = node.attribute("style-name") ?? open.last?.style ?? ""
    let list = List(style: style, id: node.attribute("id") ?? "")
    if open.isEmpty {
      let before = node.attribute("continue-list").map { named[$0] == style } ?? false
      if !before, node.attribute("continue-numbering") != "true" { counts[style] = nil }
    } else {
      reset(style, below: open.count)
    }
    if !list.id.isEmpty { named[list.id] = style }
    open.append(list)
  }

  mutating func endList() { _ = open.popLast() }

  /// Counts one more item of the innermost list and says how its number is printed; `nil` for none.
  mutating func nextItem(_ node: XMLNode) -> String? {
    guard let list = open.last, open.count <= OpenDocumentNumbering.depth else { return nil }
    return next(list.style, level: open.count, start: node.attribute("start-value"))
  }

  /// Counts one more heading of a level of the outline; `nil` when the outline does not number it.
  mutating func nextHeading(level: Int) -> String? {
    guard (1...OpenDocumentNumbering.depth).contains(level) else { return nil }
    return next(OpenDocumentNumbering.outline, level: level, start: nil)
  }

  private mutating func reset(_ style: String, below level: Int) {
    guard var values = counts[style] else { return }
    for place in level..<values.count { values[place] = nil }
    counts[style] = values
  }

  private mutating func next(_ style: String, level place: Int, start: String?) -> String? {
    guard let levels = styles[style], let level = levels[place] else { return nil }
    var values = counts[style] ?? Array(repeating: nil, count: OpenDocumentNumbering.depth)
    let value = start.flatMap { Int($0) } ?? (values[place - 1] ?? level.start &- 1) &+ 1
    values[place - 1] = value
    for below in place..<values.count { values[below] = nil }
    counts[style] = values
    guard !level.format.isEmpty else { return nil }
    var parts: [String] = []
    for shown in max(1, place &- max(1, level.shown) &+ 1)...place {
      guard let other = levels[shown], !other.format.isEmpty else { continue }
      parts.append(ListNumeral.text(values[shown - 1] ?? other.start, format: other.format))
    }
    return level.prefix + parts.joined(separator: ".") + level.suffix
  }
}
