/// How much is known of a value: one list for metadata and for the fields of a measure.
public enum FieldState: String, Sendable, Hashable, CaseIterable {
  /// The source says it, and the place is known.
  case stated
  /// The source does not say it.
  case notStated = "not-stated"
  /// The source has a candidate that could not be read.
  case notRecognised = "not-recognised"
  /// A person or an accompanying file says it.
  case entered
  /// Worked out from something that the source says.
  case inferred
  /// Meant but not written.
  case implicit
  /// Taken from what encloses it.
  case inherited
}
