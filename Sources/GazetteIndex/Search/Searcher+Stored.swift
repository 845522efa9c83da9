extension Searcher {
  /// What is stored for a group, decompressed part by part as it is asked for.
  package func storedBytes(of group: GroupID) throws(IndexError) -> StoredBytes {
    try segments[group.segment].segment.groups.stored(of: group.ordinal)
  }

  /// The name of the file that holds a group, for messages.
  package func file(of group: GroupID) -> String {
    segments[group.segment].segment.name
  }

  /// What every segment of the snapshot holds, oldest first.
  public var segmentSummaries: [SegmentSummary] {
    segments.map { live in
      SegmentSummary(
        name: live.segment.name, entryCount: live.liveEntryCount,
        deletedCount: live.live.deletedEntryCount, termCount: live.segment.terms.count,
        byteCount: live.segment.file.byteCount)
    }
  }
}
