internal import GazetteDocument

/// Nests headings: a stack of open levels, and the order in which levels were first met.
struct OutlineNesting {
  /// The open headings, outermost first: their level and the item that opened them.
  private var open: [(level: OutlineLevel, item: Int)] = []
  /// The codes of the levels that were met, outermost first.
  private var order: [Int] = []

  /// How many headings are open.
  var depth: Int { open.count }

  /// The item of the innermost open heading.
  var innermost: Int? { open.last?.item }

  /// The item of the open heading of a level; `nil` when none is open.
  func openItem(of level: OutlineLevel) -> Int? {
    open.last { $0.level == level }?.item
  }

  /// Closes the open heading of a level and those in it.
  mutating func leave(_ level: OutlineLevel) {
    guard let place = open.lastIndex(where: { $0.level == level }) else { return }
    while open.count > place { open.removeLast() }
  }

  /// Opens a heading and closes those that it does not stand under.
  ///
  /// - Returns: The item of the heading around it, `nil` at the top.
  mutating func enter(_ level: OutlineLevel, item: Int) -> Int? {
    // Mostly a heading stands beside the one before it.
    if let last = open.indices.last, open[last].level == level, level != .numbered(.annex) {
      open[last].item = item
      return last > 0 ? open[last - 1].item : nil
    }
    while let top = open.last {
      if top.level == level {
        open.removeLast()
        break
      }
      if let encloses = top.level.encloses(level) {
        if encloses { break }
        open.removeLast()
        continue
      }
      // By first occurrence: a level that was met before this one encloses it, a new one stands inside.
      guard let known = order.firstIndex(of: level.code),
        let other = order.firstIndex(of: top.level.code), known <= other
      else { break }
      open.removeLast()
    }
    if level == .numbered(.annex) || level == .instrument { order.removeAll() }
    if !order.contains(level.code) {
      let place = open.last.flatMap { order.firstIndex(of: $0.level.code) }.map { $0 + 1 } ?? 0
      if case .format = level {} else { order.insert(level.code, at: place) }
    }
    let parent = open.last?.item
    open.append((level, item))
    return parent
  }
}
