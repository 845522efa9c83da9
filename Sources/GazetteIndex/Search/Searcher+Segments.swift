extension Searcher {
  /// How many segments the snapshot has.
  package var segmentCount: Int { segments.count }

  /// How many groups a segment has, deleted ones included.
  package func groupCount(inSegment segment: Int) -> Int { segments[segment].segment.groups.count }

  /// Whether a group is deleted but not merged away yet; its key and stored bytes can still be read.
  package func isDeleted(_ group: GroupID) -> Bool {
    segments[group.segment].live.isDeleted(group: group.ordinal)
  }
}
