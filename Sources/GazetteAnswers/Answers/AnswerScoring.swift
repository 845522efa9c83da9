import GazetteDocument
import GazetteMeasures

/// What a sentence is worth as an answer to one thing that is asked for.
struct AnswerScoring {
  /// What is asked for.
  let aspect: QuestionAspect
  /// Whether the question is Chinese.
  let isChinese: Bool

  /// What a sentence in the other language counts.
  private static let otherLanguage = 0.9
  /// How much a sentence gains that says the topic itself and does not only stand under it.
  private static let ownGain = 0.3

  /// What a sentence is worth.
  ///
  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - values: What it says to the field.
  /// - Returns: The score; 0 for a sentence that does not answer.
  func score(_ sentence: SentenceEvidence, _ values: [AnswerValue]) -> Double {
    let says = evidence(sentence, values)
    guard says > 0 else { return 0 }
    let isOther = sentence.document.language.isChinese != isChinese
    let coverage = sentence.fit.coverage
    let standing = aspect == .force ? sentence.tierShare : sentence.standing
    return says * (coverage * coverage + Self.ownGain * sentence.fit.own) * standing
      * (isOther ? Self.otherLanguage : 1)
  }

  /// How far a sentence says what is asked for, 0 to about 1.
  private func evidence(_ sentence: SentenceEvidence, _ values: [AnswerValue]) -> Double {
    switch aspect {
    case .definition, .difference:
      return sentence.definition >= 0.5 ? sentence.definition : 0
    case .requirement:
      return sentence.voice.kind == .expert ? 0 : binding(sentence)
    case .actor, .deadline, .indicator:
      guard !values.isEmpty, sentence.voice.kind != .expert else { return 0 }
      return values.contains { $0.measure != nil } ? 0.6 + 0.4 * binding(sentence) : 0.55
    case .source, .force:
      // A paper that is called so says it before one that speaks of it.
      return 0.3 + 0.6 * sentence.fit.title
        + 0.1 * max(binding(sentence), min(1, sentence.definition))
    }
  }

  /// How binding the requirements of a sentence are, 0 without any.
  private func binding(_ sentence: SentenceEvidence) -> Double {
    sentence.requirements.map { 0.6 + 0.1 * Double($0.measure.force.strength) }.max() ?? 0
  }
}
