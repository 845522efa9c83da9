/// The sorts of cards and of questions.
public enum StudyItemKind: String, Sendable, Hashable, CaseIterable {
  /// What a term is.
  case definition
  /// What a formula consists of.
  case members
  /// A term in the other language.
  case term
  /// Who does it.
  case actor
  /// By when.
  case deadline
  /// How much.
  case indicator
  /// Several answers of which one is right.
  case choice
  /// A sentence with a gap.
  case cloze
  /// Parts to be put in their order.
  case order
}
