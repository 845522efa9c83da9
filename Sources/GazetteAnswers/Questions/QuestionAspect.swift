/// What a question asks for.
public enum QuestionAspect: String, Sendable, Hashable, CaseIterable {
  /// What something is.
  case definition
  /// What is to be done.
  case requirement
  /// Who must do it.
  case actor
  /// By when.
  case deadline
  /// How much.
  case indicator
  /// Which document says so.
  case source
  /// Whether it is still in force.
  case force
  /// How two things differ.
  case difference
}
