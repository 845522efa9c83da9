/// A piece of a query's text with a meaning of its own.
struct QueryLexeme: Hashable {
  /// The name before a colon.
  enum Label: Hashable {
    case field(PolicyField)
    case date(QueryDateField)
    case before
    case after
  }

  /// What a piece is.
  enum Kind: Hashable {
    case word(String)
    case prefix(String)
    case phrase(String)
    case pattern(String)
    case fuzzy(String, Int)
    /// A phrase and how many other words may stand in it.
    case sloppy(String, Int)
    /// What the piece before it counts.
    case boost(Float)
    /// The name before the parenthesis of what stands together.
    case scope(QueryScope)
    case label(Label)
    /// What follows the label of a keyword or a date, as it stands.
    case value(String)
    case open
    case close
    case minus
    case and
    case or
    case not
    /// The operator between two things that stand near each other.
    case near(Int)
  }

  /// What the piece is.
  let kind: Kind
  /// Its scalars.
  let range: Range<Int>
}
