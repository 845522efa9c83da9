/// One part of what a sentence must hold, and in which sentences of the entry at hand it stands.
///
/// The parts of a query lie in one array, those of a combination before it, so that an entry is judged in one walk.
struct SentencePart {
  /// What a part is.
  enum Kind {
    /// A phrase, or a term: its cursors, one a distinct term.
    case phrase([PostingCursor], PhraseOccurrences)
    /// At least some number of parts, given by their places in the array.
    case combination([Int], minimum: Int)
  }

  let kind: Kind
  /// The numbers of the sentences that hold it, rising.
  let sentences = NumberBuffer(capacity: 8)

  init(_ kind: Kind) { self.kind = kind }
}
