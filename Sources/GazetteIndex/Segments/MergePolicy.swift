/// Which segments a commit merges, so that there are few of them and every entry is copied seldom.
///
/// Segments keep their order, so only neighbours merge. After a merge every segment has at least `ratio` times as many entries as
/// all newer ones together, but that the newest may have up to `floor` entries in any case: the number of segments, and how
/// often an entry is copied, grow with the logarithm of the number of entries (O'Neil et al. 1996).
package struct MergePolicy: Sendable {
  /// The most segments that are left.
  package var segmentLimit = 10
  /// How many times as many entries as all newer segments together a segment has, or it is merged with them.
  package var ratio = 2
  /// Up to how many entries the newest segments are merged whatever their sizes.
  package var floor = 1000

  /// Creates a policy.
  package init(segmentLimit: Int = 10, ratio: Int = 2, floor: Int = 1000) {
    self.segmentLimit = max(1, segmentLimit)
    self.ratio = ratio
    self.floor = floor
  }

  /// The ranges of neighbours to merge, given the number of live and of deleted entries of each segment.
  ///
  /// A range of one segment is rewritten without what is deleted: over a third of it.
  func merges(
    live: [Int], deleted: [Int], entryLimit: Int = SegmentFormat.entryLimit
  ) -> [Range<Int>] {
    guard !live.isEmpty else { return [] }
    var start = live.count - 1
    var newer = 0
    for index in live.indices.reversed() {
      if index < live.count - 1, live[index] < ratio * newer || live[index] + newer <= floor {
        start = index
      }
      newer += live[index]
    }
    if start >= segmentLimit { start = segmentLimit - 1 }
    // A segment has no numbers for more.
    while start < live.count - 1, live[start...].reduce(0, +) > entryLimit {
      start += 1
    }
    var merges: [Range<Int>] = []
    for index in 0..<start where deleted[index] * 2 > live[index] {
      merges.append(index..<(index + 1))
    }
    if start < live.count - 1 || deleted[start] * 2 > live[start] {
      merges.append(start..<live.count)
    }
    return merges
  }
}
