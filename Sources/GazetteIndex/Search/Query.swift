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
  /// The entries that hold a term beginning with some bytes; score 1 each.
  case prefix(Term)
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

  /// The entries that match at least one part.
  public static func any(_ parts: [Query]) -> Query { .any(parts, minimum: 1) }
}
