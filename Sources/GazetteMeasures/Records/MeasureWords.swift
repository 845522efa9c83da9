public import GazetteDocument

/// The words of a measure's fields, white space collapsed to single spaces.
public struct MeasureWords: Sendable, Hashable {
  /// From the measure's first word to its last.
  public let text: String
  /// What is to be done; `nil` where the source leaves it out, as for the others.
  public let action: String?
  /// What it is to be done to.
  public let objects: [String]
  /// The bodies in the order of the measure's `actors`.
  public let actors: [String?]
  /// By when.
  public let deadline: String?
  /// How much, part by part.
  public let indicators: [String]
  /// The modal word.
  public let modality: String?
  /// Whose words are reported.
  public let speaker: String?

  /// Takes the words of a measure out of its document.
  ///
  /// - Parameters:
  ///   - measure: A measure of `document`.
  ///   - document: The document.
  public init(of measure: Measure, in document: PolicyDocument) {
    let bytes = document.text.utf8
    func words(_ span: TextSpan) -> String { MeasureWords.words(bytes[span.bytes]) }
    text = words(measure.span)
    action = measure.action.span.map(words)
    objects = measure.objects.map(words)
    actors = measure.actors.map { $0.span.map(words) }
    deadline = measure.deadline.span.map(words)
    indicators = measure.indicator.spans.map(words)
    modality = measure.modality.span.map(words)
    speaker = measure.speaker.map(words)
  }

  /// The words in a stretch of a text: line ends and runs of white space are one space, or nothing between Han characters.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Returns: The words on one line.
  package static func words(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var isSpace = false
    for byte in bytes {
      if byte == 0x20 || byte &- 0x09 < 5 {
        isSpace = true
        continue
      }
      if isSpace, let last = result.last, last < 0x80 || byte < 0x80 { result.append(0x20) }
      isSpace = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
