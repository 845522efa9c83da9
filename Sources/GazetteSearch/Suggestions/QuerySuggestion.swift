/// A word of a query that stands nowhere in the index, and words like it that do.
///
/// It is offered, never applied.
public struct QuerySuggestion: Sendable, Hashable {
  /// How a word is like another.
  public enum Likeness: String, Sendable, Hashable, CaseIterable {
    /// A letter or two, or one Chinese character, differ.
    case spelling
    /// Chinese characters that are read alike, or a word typed as it is read.
    case pinyin
  }

  /// A word that could have been meant.
  public struct Offer: Sendable, Hashable {
    /// The word as it stands in the index, or the label of a concept.
    public let text: String
    /// How it is like what was typed.
    public let likeness: Likeness
    /// How many passages hold it.
    public let count: Int
  }

  /// The word as it was typed.
  public let word: String
  /// Where it stands in the query, in UTF-8 bytes from 0.
  public let range: Range<Int>
  /// Up to three others, the likeliest first.
  public let offers: [Offer]
  /// The query with the first of them in place of the word.
  public let query: String
}
