/// The first hits in the order of a column so far.
struct SortedHits {
  private struct Candidate {
    let value: Int64?
    let hit: Hit
  }

  private let capacity: Int
  private let isDescending: Bool
  private var candidates: [Candidate] = []
  /// The last of those that are kept for sure, once there are enough of them.
  private var last: Candidate?

  init(capacity: Int, isDescending: Bool) {
    self.capacity = max(0, capacity)
    self.isDescending = isDescending
  }

  /// Offers an entry, whose score is computed only if it may stay.
  ///
  /// Entries come by rising segment and number.
  mutating func offer(_ value: Int64?, segment: Int, docID: UInt32, _ score: () -> Double) {
    guard capacity > 0 else { return }
    // One with the value of the last comes too late.
    if let last, !Self.precedes(value, last.value, isDescending) { return }
    candidates.append(
      Candidate(value: value, hit: Hit(score: Float(score()), segment: segment, docID: docID)))
    // A capacity may be near the greatest number.
    if candidates.count / 2 >= max(capacity, 32) { trim() }
  }

  private mutating func trim() {
    let isDescending = isDescending
    candidates.sort { Self.isBefore($0, $1, isDescending) }
    candidates.removeLast(max(0, candidates.count - capacity))
    if candidates.count == capacity { last = candidates.last }
  }

  /// The hits in order.
  mutating func sorted() -> [Hit] {
    trim()
    return candidates.map(\.hit)
  }

  static func precedes(_ left: Int64?, _ right: Int64?, _ isDescending: Bool) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return isDescending ? left > right : left < right
  }

  private static func isBefore(
    _ left: Candidate, _ right: Candidate, _ isDescending: Bool
  ) -> Bool {
    if left.value != right.value { return precedes(left.value, right.value, isDescending) }
    return (left.hit.segment, left.hit.docID) < (right.hit.segment, right.hit.docID)
  }
}
