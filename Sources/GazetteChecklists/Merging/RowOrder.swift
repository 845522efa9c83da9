/// Puts new rows beside their neighbours in the source, and leaves all others where the person put them.
struct RowOrder {
  /// A row of the result: one of the file, or a new one.
  enum Slot: Hashable {
    case old(Int)
    case new(Int)
  }

  /// The rows in their order.
  private(set) var slots: [Slot] = []

  /// Orders rows.
  ///
  /// - Parameters:
  ///   - active: The rows of the file that stay where they are, in its order.
  ///   - retired: The rows that go to the end.
  ///   - requirements: All requirements of the sources in their order.
  ///   - holders: The row that stands for a requirement, by ids.
  ///   - additions: The requirements that get a row, as places in `requirements`.
  ///   - tail: How many of the active rows at the end are retired already.
  init(
    active: [Int], retired: [Int], requirements: [ChecklistRow], holders: [String: Int],
    additions: Set<Int>, tail: Int
  ) {
    var after: [Int: [Int]] = [:]
    var before: [Int: [Int]] = [:]
    var atEnd: [Int] = []
    var anchors: [String: Int] = [:]
    var waiting: [String: [Int]] = [:]
    for (place, row) in requirements.enumerated() {
      if let holder = holders[row.id] {
        if let early = waiting.removeValue(forKey: row.document) {
          before[holder, default: []] += early
        }
        anchors[row.document] = holder
      } else if additions.contains(place) {
        if let anchor = anchors[row.document] {
          after[anchor, default: []].append(place)
        } else {
          waiting[row.document, default: []].append(place)
        }
      }
    }
    for (place, row) in requirements.enumerated()
    where waiting[row.document]?.contains(place) == true {
      atEnd.append(place)
    }
    for (index, row) in active.enumerated() {
      if index == active.count - tail { slots += atEnd.map(Slot.new) }
      slots += (before[row] ?? []).map(Slot.new)
      slots.append(.old(row))
      slots += (after[row] ?? []).map(Slot.new)
    }
    if tail == 0 { slots += atEnd.map(Slot.new) }
    slots += retired.map(Slot.old)
  }
}
