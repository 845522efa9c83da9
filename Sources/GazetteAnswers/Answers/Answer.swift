public import GazetteSearch

/// What a corpus says to a question: whole sentences of it, and nothing else.
public struct Answer: Sendable {
  /// The question, taken apart.
  public let question: Question
  /// What was found, in the order in which it was asked for.
  public let parts: [AnswerPart]
  /// The renderings of the named concepts that were looked for beside the words, by concept.
  public let aliases: [(concept: String, labels: [String])]
  /// How many documents the index has.
  public let documentCount: Int
  /// How many passages they have.
  public let passageCount: Int
  /// How many passages were read.
  public let readCount: Int
  /// What comes nearest, where nothing answers.
  public let nearest: [CitedPassage]

  /// Whether anything answers.
  public var isAnswered: Bool { parts.contains { !$0.statements.isEmpty } }

  /// Every sentence of the answer, each once, in the order of the parts.
  public var statements: [AnswerStatement] {
    var seen: Set<AnswerStatement> = []
    return parts.flatMap(\.statements).filter { seen.insert($0).inserted }
  }
}
