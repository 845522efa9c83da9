/// What is asked of a search, and how the answer is to be laid out.
public struct SearchRequest: Sendable, Hashable {
  /// The query as typed or pasted; whatever it is, it is searched for.
  public var text: String
  /// The most hits to return.
  public var limit = 10
  /// How many passages of the whole list to leave out in front, those folded away included; of documents where these are grouped.
  public var offset = 0
  /// The order; partial matches are always ordered by score.
  public var order = PassageOrder.relevance
  /// Queries of which all must match too; they change what is found and counted, never a score.
  ///
  /// A facet's `filter` is such a query.
  public var filters: [String] = []
  /// Whether other renderings are left aside.
  public var isLiteral = false
  /// Whether a law comes before a letter that says the same, and a scrap of text after whole sentences.
  public var weighsStanding = true
  /// Whether every hit says why it has its score.
  public var isExplaining = false
  /// Whether to count what all matches have in common.
  public var isCounting = false
  /// Whether passages that say the same are folded away below the best of them; not in the order of documents.
  ///
  /// They count all the same.
  public var foldsAlike = false
  /// Whether a hit is a document with its best passage, in place of a passage.
  public var groupsDocuments = false

  /// Asks for the ten best passages.
  public init(_ text: String) { self.text = text }
}
