public import GazetteMeasures

/// What a sentence says to a question for one field: who, by when, how much.
public struct AnswerValue: Sendable, Hashable {
  /// The words of the source, part by part.
  public let words: [String]
  /// The normal form of a date or a number; `nil` where there is none.
  public let normalised: String?
  /// What a body does in the measure; `nil` for other fields.
  public let role: ResponsibleBody.Role?
  /// The measure that states it; `nil` where the sentence is no requirement.
  public let measure: MeasureID?

  /// The words in one line.
  public var text: String { words.joined(separator: " … ") }

  /// By what two values are told apart: the normal form where there is one, else the words.
  var key: String { normalised ?? text.lowercased() }
}
