public import GazetteDocument

/// Finds the measures of documents: reading the same document twice gives the same measures.
///
/// An extractor is a value without state; several threads may use one at a time.
public struct MeasureExtractor: Sendable {
  /// The words by which measures are found.
  public let lexicon: MeasureLexicon

  /// Creates an extractor.
  public init(lexicon: MeasureLexicon = .standard) {
    self.lexicon = lexicon
  }

  /// The measures of a document in the order of the text.
  ///
  /// Passages that hold invented words are left out. Relative deadlines are counted from the date that the document was
  /// written or published, never from today. Time grows with the text.
  ///
  /// - Parameter document: A parsed document.
  /// - Returns: Its measures, targets, principles and results; checklists take those that are not optional.
  public func measures(in document: PolicyDocument) -> [Measure] {
    var reading = DocumentReading(document: document, lexicon: lexicon)
    return reading.measures()
  }
}
