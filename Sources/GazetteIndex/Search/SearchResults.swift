/// What a search returns: the best hits in order, and how many entries match in all.
public struct SearchResults: Sendable, Hashable, RandomAccessCollection {
  /// The best hits: by falling score, then by segment and entry number.
  public let hits: [Hit]
  /// How many entries match, whether or not they are among the hits.
  public let totalCount: Int

  /// Creates results.
  public init(hits: [Hit], totalCount: Int) {
    self.hits = hits
    self.totalCount = totalCount
  }

  /// The place of the first hit.
  public var startIndex: Int { 0 }
  /// The place after the last hit.
  public var endIndex: Int { hits.count }
  /// The hit at a place.
  public subscript(position: Int) -> Hit { hits[position] }
}
