import GazetteDocument
import GazetteMeasures

/// Reads what a sentence says to a field.
struct FieldValues {
  /// The field.
  let field: MeasureFieldName
  private var terms = TermReader()

  init(_ field: MeasureFieldName) { self.field = field }

  /// The values that a sentence states: those of its requirements, else the figures or times in it.
  mutating func values(of sentence: SentenceEvidence) -> [AnswerValue] {
    var found: [AnswerValue] = []
    for record in sentence.requirements {
      switch field {
      case .actor:
        for (actor, words) in zip(record.measure.actors, record.words.actors) {
          guard let words, actor.role != .addressee else { continue }
          let value = AnswerValue(
            words: [words], normalised: nil, role: actor.role, measure: record.id)
          if !found.contains(where: { $0.key == value.key }) { found.append(value) }
        }
      default:
        let answer = MeasureFieldAnswer(field, of: record)
        guard answer.state == .stated || answer.state == .inherited, !answer.words.isEmpty else {
          continue
        }
        let value = AnswerValue(
          words: answer.words, normalised: answer.normalised, role: nil, measure: record.id)
        if !found.contains(where: { $0.key == value.key }) { found.append(value) }
      }
    }
    guard found.isEmpty, field != .actor else { return found }
    // The day in a report of what somebody asked for is the day on which it was said.
    if field == .deadline, sentence.requirements.contains(where: \.measure.isReported) { return [] }
    let stated = StatedWords(sentence.text, &terms)
    let words = field == .deadline ? stated.times : stated.figures
    return words.map { AnswerValue(words: [$0], normalised: nil, role: nil, measure: nil) }
  }

  /// Whether the requirements of a sentence have words for the field that could not be read.
  func isUnread(in sentence: SentenceEvidence) -> Bool {
    sentence.requirements.contains { $0.state(of: field) == .notRecognised }
  }
}
