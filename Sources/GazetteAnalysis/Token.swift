/// One occurrence of a term in a text.
///
/// Every position of a text holds one *atom*: a word, a number, or a Han character. Further tokens lie on top of atoms
/// without taking a position of their own: the bigram that starts at a Han character, the compound of a mixed run such
/// as `g20`, the stem of a word. A phrase is therefore a matter of atoms (or bigrams) at rising positions.
package struct Token: Sendable, Hashable {
  /// What a token is.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// A run of letters, folded.
    case word
    /// A number, folded: ASCII digits, without thousands separators.
    case number
    /// One Han character, folded to Simplified.
    case han
    /// Two neighbouring Han characters, at the position of the first.
    case bigram
    /// The whole of a run that holds several atoms (`g20`, `3保障`), at the position of the first.
    case compound
    /// The stem of a word, at the position of the word.
    case stem
  }

  /// What the token is.
  package var kind: Kind
  /// The position of its first atom, counted from 0 within the text.
  package var position: Int32
  /// How many atoms it spans, from 1.
  package var width: Int32
  /// Its first byte in the analysed text.
  package var start: Int32
  /// The byte after its last in the analysed text.
  package var end: Int32
  /// Where its term begins in the stream's term bytes.
  package var termStart: Int32
  /// How many bytes its term has.
  package var termLength: Int32

  /// Creates a token.
  package init(
    kind: Kind, position: Int32, width: Int32, start: Int32, end: Int32, termStart: Int32,
    termLength: Int32
  ) {
    self.kind = kind
    self.position = position
    self.width = width
    self.start = start
    self.end = end
    self.termStart = termStart
    self.termLength = termLength
  }
}
