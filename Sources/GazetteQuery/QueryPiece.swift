public import GazetteIndex

/// A word, phrase or prefix of a query: what is shown in colour and explained.
public struct QueryPiece: Sendable, Hashable {
  /// How a piece is looked for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word in its exact form and, where it has a stem, in every form of that stem.
    case word
    /// Atoms in this order, next to each other.
    case phrase
    /// Every word that begins with the term.
    case prefix
    /// Every word of a pattern.
    case pattern
    /// Every word that is nearly the term.
    case fuzzy
  }

  /// The words as they were typed, without quotes.
  public let text: String
  /// Where they stand in the query, in UTF-8 bytes from 0.
  public let range: Range<Int>
  /// How the piece is looked for.
  public let kind: Kind
  /// The field that was named; `nil` for body, heading and title.
  public let field: PolicyField?
  /// The folded words, numbers and Han characters with their places from the first, which has 0.
  public let atoms: [PhraseTerm]
  /// The folded stem of a word that is one atom; `nil` when it has none.
  public let stem: [UInt8]?

  init(
    text: String, range: Range<Int>, kind: Kind, field: PolicyField?, atoms: [PhraseTerm],
    stem: [UInt8]? = nil
  ) {
    self.text = text
    self.range = range
    self.kind = kind
    self.field = field
    self.atoms = atoms
    self.stem = stem
  }
}
