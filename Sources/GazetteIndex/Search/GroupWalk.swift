/// Tells, for entries that come in order, when one is of another group than the one before.
struct GroupWalk {
  private let groups: GroupTable
  private var end = 0
  /// The group of the last entry.
  private(set) var group = -1

  init(_ groups: GroupTable) { self.groups = groups }

  /// Goes on to an entry; whether it is the first one of its group that was met.
  @inline(__always)
  mutating func enters(_ entry: Int) throws(IndexError) -> Bool {
    guard entry >= end else { return false }
    group = try groups.group(of: entry)
    end = try groups.entries(of: group).upperBound
    return true
  }
}
