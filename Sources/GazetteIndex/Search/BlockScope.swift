/// What belongs together when all parts of a query must stand in one place.
public enum BlockScope: Sendable, Hashable {
  /// A sentence of a text field; an entry whose text has no marked sentences is one.
  case sentence(FieldID)
  /// An entry.
  case entry
  /// Neighbouring entries of one group with one value of a column; an entry without a value stands alone.
  case run(ColumnID)
  /// A group.
  case group
}
