/// A question that was taken apart: what it asks for, and of what.
public struct Question: Sendable, Hashable {
  /// The question as it was typed.
  public let text: String
  /// What it asks for, in its order; none where it only names something.
  public let aspects: [QuestionAspect]
  /// What it is about; two things where it asks how they differ.
  public let topics: [QuestionTopic]
  /// Whether it is written in Chinese.
  public let isChinese: Bool
  /// The words that told what it asks for, as they were typed.
  public let cues: [String]
}
