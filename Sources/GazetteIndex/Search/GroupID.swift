/// A group of entries within a searcher's snapshot.
public struct GroupID: Sendable, Hashable {
  /// The segment of the snapshot, from 0.
  public let segment: Int
  /// The group's place in the segment, from 0.
  public let ordinal: Int

  /// Names a group.
  package init(segment: Int, ordinal: Int) {
    self.segment = segment
    self.ordinal = ordinal
  }
}
