public import GazetteDocument

extension MeasureExtractor {
  /// The measures of one sentence that stands alone, as policy text.
  ///
  /// - Parameters:
  ///   - text: The sentence.
  ///   - language: The language of its words; anything but Chinese is read as English.
  ///   - written: The date from which relative deadlines are counted.
  /// - Returns: Its measures, with spans that count in `text`.
  public func measures(
    inSentence text: String, language: Language, written: CalendarDate? = nil
  ) -> [Measure] {
    let source = SourceText(text)
    guard !source.utf8.isEmpty else { return [] }
    var counter = PositionCounter(text: source.utf8)
    let span = counter.span(0..<source.utf8.count)
    var document = PolicyDocument(
      id: PolicyDocument.ID("sentence"), file: "", sha256: MeasureExtractor.nothing,
      textSHA256: MeasureExtractor.nothing, format: .text, encoding: "UTF-8", language: language,
      text: source)
    document.sentences = [Sentence(span: span)]
    document.passages = [
      Passage(
        span: span, section: 0, ordinal: 1, sentences: 0..<1, language: language,
        voice: Voice(kind: .policy))
    ]
    if let written { document.metadata.written = MetadataValue(written, state: .stated) }
    return measures(in: document)
  }

  private static let nothing = Digest(bytes: [UInt8](repeating: 0, count: 32))
}
