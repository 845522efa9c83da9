extension Searcher {
  /// How many groups there are, without deleted ones.
  public var groupCount: Int { segments.reduce(0) { $0 + $1.liveGroupCount } }

  /// All groups in order, without deleted ones.
  public var groups: some Sequence<GroupID> {
    segments.enumerated().lazy.flatMap { number, segment in
      (0..<segment.segment.groups.count).lazy
        .filter { !segment.live.isDeleted(group: $0) }
        .map { GroupID(segment: number, ordinal: $0) }
    }
  }

  /// The group with a key; `nil` when there is none.
  public func group(key: String) throws(IndexError) -> GroupID? {
    let bytes = Array(key.utf8)
    for (number, segment) in segments.enumerated() {
      if let group = try segment.liveGroup(key: bytes) {
        return GroupID(segment: number, ordinal: group)
      }
    }
    return nil
  }

  /// The group of a hit of this searcher, and the entry's place in it, from 0.
  public func group(of hit: Hit) throws(IndexError) -> (group: GroupID, ordinal: Int) {
    let groups = segments[hit.segment].segment.groups
    let group = try groups.group(of: Int(hit.docID))
    let first = try groups.entries(of: group).lowerBound
    return (GroupID(segment: hit.segment, ordinal: group), Int(hit.docID) - first)
  }

  /// The key of a group of this searcher; empty when it has none.
  public func key(of group: GroupID) throws(IndexError) -> String {
    guard let bytes = try segments[group.segment].segment.groups.key(of: group.ordinal) else {
      return ""
    }
    guard let key = unsafe String(validating: bytes.buffer, as: UTF8.self) else {
      throw segments[group.segment].segment.file.corrupt(0, "a group's key is no text")
    }
    return key
  }

  /// The entries of a group: numbers within its segment, as in `Hit.docID`.
  public func entries(of group: GroupID) throws(IndexError) -> Range<UInt32> {
    let range = try segments[group.segment].segment.groups.entries(of: group.ordinal)
    return UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  /// A copy of what is stored for a group.
  public func stored(of group: GroupID) throws(IndexError) -> [UInt8] {
    try segments[group.segment].segment.groups.stored(of: group.ordinal).array()
  }

  /// Hands what is stored for a group to a closure.
  public func withStored<Result>(
    of group: GroupID, _ body: (RawSpan) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    let bytes = try storedBytes(of: group)
    let view = try bytes.view(0..<bytes.count)
    defer { withExtendedLifetime(bytes) {} }
    return try unsafe body(RawSpan(_unsafeElements: view.buffer))
  }

  /// The value of a column for an entry; `nil` for none.
  public func value(
    of column: ColumnID, segment: Int, docID: UInt32
  ) throws(IndexError) -> Int64? {
    guard Int(column.rawValue) < schema.columns.count else {
      throw .invalidQuery(reason: "there is no column \(column.rawValue)")
    }
    return try segments[segment].segment.column(column)[Int(docID)]
  }
}
