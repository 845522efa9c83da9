import Gazette

/// A sentence of a source with the words of one field left out.
struct StudyGap {
  /// What was left out.
  let kind: StudyItemKind
  /// The sentence with a sign in place of the words.
  let prompt: String
  /// The words, as they stand in the source.
  let words: [String]
  /// The unit of a figure; empty for none and for other fields.
  let unit: String
  /// The sentence.
  let excerpt: CitedExcerpt
  /// The id of the requirement.
  let measure: String
  /// The family of its document.
  let family: String

  /// The longest name of a body that is asked for, in characters.
  private static let longestName = 40

  /// Leaves a field out; `nil` where the source does not state it in the sentence itself.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - record: The requirement.
  ///   - excerpt: The sentence.
  ///   - sign: What stands in place of the words.
  init?(
    _ field: MeasureFieldName, of record: MeasureRecord, in excerpt: CitedExcerpt, sign: String
  ) {
    let spans: [TextSpan]
    switch field {
    case .actor:
      guard let actor = record.measure.actors.first(where: { $0.role != .addressee }),
        actor.state == .stated
      else { return nil }
      spans = [actor.span].compactMap { $0 }
      kind = .actor
    case .deadline:
      guard record.measure.deadline.state == .stated else { return nil }
      spans = record.measure.deadline.spans
      kind = .deadline
    case .indicator:
      guard record.measure.indicator.state == .stated else { return nil }
      spans = record.measure.indicator.spans
      kind = .indicator
    case .action, .object, .modality: return nil
    }
    let whole = excerpt.span
    let bytes = Array(excerpt.text.utf8)
    guard let span = spans.first, spans.count == 1, span.start.byte >= whole.start.byte,
      span.end.byte <= whole.end.byte, span.bytes.count < bytes.count
    else { return nil }
    let start = span.start.byte - whole.start.byte
    let end = span.end.byte - whole.start.byte
    prompt = StudyStatement.line(
      String(decoding: bytes[..<start], as: UTF8.self) + sign
        + String(decoding: bytes[end...], as: UTF8.self))
    words = [StudyStatement.line(String(decoding: bytes[start..<end], as: UTF8.self))]
    // A body is named shortly; a long run of words was not read well enough to ask for.
    guard field != .actor || words[0].count <= StudyGap.longestName else { return nil }
    unit = field == .indicator ? record.measure.indicator.value?.unit ?? "" : ""
    self.excerpt = excerpt
    measure = record.id.description
    family = FamilyName.of(record.document)
  }
}
