public import GazetteDocument

/// Where the words of a quotation stand in a source, or where what is nearest to them stands.
public struct QuotedSource: Sendable, Hashable {
  /// The passage that holds the first of them.
  public let passage: CitedPassage
  /// From the first word to the last, in the document's source text.
  public let span: TextSpan
  /// The words of the source there, exactly as they stand.
  public let text: String
  /// The sentence when they lie in one, else the passage.
  public let path: SectionPath
  /// Who speaks there.
  public let voice: Voice
  /// Warnings that go with the words.
  public let flags: Set<PassageFlag>

  /// The document.
  public var document: DocumentSummary { passage.document }
}
