/// A date of a document that a query can ask for.
///
/// A case's raw value is what stands before the colon.
public enum QueryDateField: String, Sendable, CaseIterable {
  /// The day on which the document was written, else published, else takes effect.
  case date
  /// The day on which the document takes effect.
  case effective

  /// The column of the first day that the date can mean.
  var firstColumn: String { rawValue + ".first" }

  /// The column of the last day that the date can mean.
  var lastColumn: String { rawValue + ".last" }
}
