public import GazetteDocument

/// What the corpus says to one of the things that a question asks for.
public struct AnswerPart: Sendable, Hashable {
  /// What was asked for.
  public let aspect: QuestionAspect
  /// For a field whether the source states it, leaves it out, or has words that could not be read; `stated` for all else that
  /// was found, `nil` where nothing was.
  public let state: FieldState?
  /// The fewest sentences that answer: policy text before speech before the rest.
  ///
  /// For a field that is not stated, the requirements that lack it.
  public let statements: [AnswerStatement]
  /// Whether the values of the statements are one.
  public let agrees: Bool
  /// Sentences about the matter that come nearest, where the field is not stated.
  public let nearby: [AnswerStatement]
  /// How many sentences answer in all, those included that are not shown.
  public let total: Int
}
