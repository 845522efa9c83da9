/// A walk over the entries of one segment that match, by rising DocID, deleted ones included.
///
/// A scorer stands at its first match when it is made; beyond the last, `docID` is `Scorer.end`, and `next()` must not be
/// called. A class hierarchy, because calls through it cost half of those through a protocol.
class Scorer {
  /// The DocID that stands for the end.
  static let end = PostingCursor.end

  /// The entry the scorer stands at.
  final var docID: UInt32 = 0

  /// About how many entries match: which part leads a conjunction.
  final let cost: Int

  init(cost: Int) { self.cost = cost }

  /// Goes to the next match.
  func next() { preconditionFailure("a kind of scorer does not move") }

  /// Goes to the first match at or after an entry; stays when it stands there or beyond already.
  func advance(to target: UInt32) { while docID < target { next() } }

  /// The most that an entry can score; infinite where nothing is known.
  var greatestScore: Double { .infinity }

  /// Whether an entry may score less than nothing, so that what it is added to gets less; `true` where nothing is known.
  var mayLower: Bool { true }

  /// Whether an entry matches and can score as much as is wanted; then the scorer stands at it.
  ///
  /// Looks at this entry only, where `advance(to:)` would look for the next match; the entries sought must rise. What could
  /// not score as much may be said not to match.
  func seek(_ target: UInt32, reaching minimum: Double) -> Bool {
    if docID < target { advance(to: target) }
    return docID == target
  }

  /// Lets the scorer leave out entries that score less; it need not.
  func leaveOut(below minimum: Double) {}

  /// The score of the entry the scorer stands at.
  ///
  /// What a term or phrase scores is a `Float`; sums are kept in twice the width, where they are exact for all weights that
  /// occur, so that the order in which parts are added does not matter.
  func score() -> Double { 0 }
}
