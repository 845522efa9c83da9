/// A segment together with what of it is deleted: what a commit publishes and a searcher sees.
struct LiveSegment: Sendable {
  /// The segment.
  let segment: Segment
  /// What of it is deleted.
  var live = LiveDocuments()

  /// How many entries are not deleted.
  var liveEntryCount: Int { segment.entryCount - live.deletedEntryCount }
  /// How many groups are not deleted.
  var liveGroupCount: Int { segment.groups.count - live.deletedGroupCount }

  /// The place of the group with a key that is not deleted; `nil` when there is none.
  func liveGroup(key: [UInt8]) throws(IndexError) -> Int? {
    guard let group = try segment.groups.find(key), !live.isDeleted(group: group)
    else {
      return nil
    }
    return group
  }
}
