/// How an answer is to be looked for and laid out.
public struct AnswerRequest: Sendable, Hashable {
  /// The question as it was typed.
  public var question: String
  /// The most sentences for each thing that is asked for.
  public var limit = 5
  /// Queries of which all must match the passages: `lang:zh`, `status:in-force`.
  public var filters: [String] = []
  /// What is asked for; `nil` where the words of the question tell.
  public var aspects: [QuestionAspect]?
  /// Whether other renderings of concepts are left aside.
  public var isLiteral = false

  /// Asks a question.
  public init(_ question: String) { self.question = question }
}
