/// The fields of a measure that somebody can ask for.
public enum MeasureFieldName: String, Sendable, Hashable, CaseIterable {
  /// What is to be done.
  case action
  /// To what.
  case object
  /// By whom.
  case actor
  /// By when.
  case deadline
  /// How much.
  case indicator
  /// How binding.
  case modality
}
