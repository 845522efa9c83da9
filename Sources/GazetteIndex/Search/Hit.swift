/// One matching entry.
public struct Hit: Sendable, Hashable {
  /// The score; higher is better.
  public let score: Float
  /// The segment of the searcher's snapshot that holds the entry, from 0.
  public let segment: Int
  /// The entry's number within the segment, from 0.
  public let docID: UInt32

  /// Creates a hit.
  public init(score: Float, segment: Int, docID: UInt32) {
    self.score = score
    self.segment = segment
    self.docID = docID
  }
}
