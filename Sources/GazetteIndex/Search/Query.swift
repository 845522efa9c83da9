/// What is asked of an index: a value that says which entries match and how each is scored.
///
/// A query is plain data, without reference to any index, so it can be kept, compared and handed between threads.
/// Scores are BM25 (k1 1.2, b 0.75) over the statistics of the whole snapshot; the score of a combination is the sum of
/// the scores of its matching parts, in twice the precision of a part.
public indirect enum Query: Sendable, Hashable {
  /// Every entry, with score 0.
  case everything
  /// No entry.
  case nothing
  /// The entries that hold a term.
  case term(Term)
  /// The entries in which all terms stand at their offsets from one starting position of the field.
  ///
  /// Scored as one term whose frequency is the number of starting positions, and whose weight is the sum of the inverse
  /// document frequencies of its distinct terms. A phrase of one term is that term.
  case phrase(field: FieldID, terms: [PhraseTerm])
  /// The entries in which terms stand in the order of their offsets, with further positions between them.
  ///
  /// A place *s* of the first term starts a match when every further term can be given a place, such that no term comes
  /// nearer to the one before than in the phrase, and the last lies at most `slop` positions farther from the first
  /// than there. Terms with one offset count in the order given. Scored as a phrase, but that a start counts as `1 / (1 + g)`, where *g* is
  /// the least number of further positions from *s*; with a slop of 0 it is that phrase.
  case sloppyPhrase(field: FieldID, terms: [PhraseTerm], slop: Int)
  /// The entries in which phrases stand close to each other, in any order.
  ///
  /// A *window* is a stretch of positions that holds every phrase whole and contains no shorter one that does; those
  /// whose last position is at most `distance` after the first count. Scored as one term: a window
  /// counts as `1 / (1 + g)`, where *g* is how many positions longer it is than the phrases laid end to end, and the weight
  /// is the sum of the inverse document frequencies of the distinct terms. A phrase given twice counts once.
  case near(field: FieldID, phrases: [[PhraseTerm]], distance: Int)
  /// The entries that hold a term beginning with some bytes; score 1 each.
  case prefix(Term)
  /// The entries that hold a term of a pattern; score 1 each.
  ///
  /// `*` stands for any run of Unicode scalars, none too, `?` for exactly one; a backslash takes what follows as it is.
  /// Costs a look at the terms that begin as the pattern does up to its first sign, and the postings of those that fit.
  case wildcard(Term)
  /// The entries that hold a term from one to another, both included, in the order of their bytes; score 1 each. An
  /// end that is missing is open.
  case termRange(FieldID, from: [UInt8]?, through: [UInt8]?)
  /// The entries that hold a term like another: at most `edits` (1 or 2) scalars inserted, left out, replaced, or
  /// neighbours exchanged, and the first `prefix` scalars the same.
  ///
  /// Of all such terms the `Query.fuzzyLimit` best are looked for: by the number of edits, then by falling document
  /// frequency, then by their bytes; `Searcher.expansion(of:)` tells which and whether there were more. Scored as `any`
  /// of them, each with the inverse document frequency of the most frequent of
  /// them, halved for every edit, so that rare misspellings do not win.
  case fuzzy(Term, edits: Int, prefix: Int)
  /// The entries that hold at least one of some terms, scored as one term with several fields (BM25F).
  ///
  /// The frequencies, each times the term's weight and the norm of its field's length, are added before they saturate
  /// together; the inverse document frequency is that of the most frequent of the terms. After Robertson, Zaragoza and
  /// Taylor 2004.
  case fields([WeightedTerm])
  /// The entries that match at least one of the parts, in blocks in which each part is matched by some entry; scored
  /// by the parts that they match themselves. An empty list matches nothing.
  ///
  /// Within a sentence, the entries of which one sentence matches every part, scored as `all`; the parts may be terms, phrases,
  /// patterns, `fields`, and `all`, `any`, `preferring`, `boosted` and `constant` of such. A phrase must lie in the
  /// sentence as a whole; terms of fields other than the sentence's and its stems are in no sentence.
  case within(BlockScope, [Query])
  /// The entries that match every part; an empty list matches everything.
  case all([Query])
  /// The entries that match at least `minimum` parts (at least one); an empty list matches nothing.
  case any([Query], minimum: Int)
  /// The entries that match the first query and not the second, scored by the first.
  case excluding(Query, Query)
  /// The entries that match the first query; those that match the second too get its score on top.
  case preferring(Query, Query)
  /// The entries whose column holds a value within a range, with score 0; an entry without a value never matches.
  case range(ColumnID, ClosedRange<Int64>)
  /// The entries of a query, with the weights of its terms and phrases, and the scores that are given, multiplied by a
  /// factor that is finite and not negative.
  case boosted(Query, Float)
  /// The entries of a query, each with the same finite score.
  case constant(Query, Float)

  /// How many terms a fuzzy query looks for.
  public static let fuzzyLimit = 50

  /// The entries that match at least one part.
  public static func any(_ parts: [Query]) -> Query { .any(parts, minimum: 1) }
}
