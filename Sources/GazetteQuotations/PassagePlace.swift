/// A passage among the documents that were added.
public struct PassagePlace: Sendable, Hashable, Comparable {
  /// The document, counted from 0 in the order in which they were added.
  public let document: Int
  /// The passage, as an index into the document's passages.
  public let passage: Int

  /// Creates a place.
  public init(document: Int, passage: Int) {
    self.document = document
    self.passage = passage
  }

  /// Orders places by document and then by passage.
  public static func < (left: PassagePlace, right: PassagePlace) -> Bool {
    (left.document, left.passage) < (right.document, right.passage)
  }
}
