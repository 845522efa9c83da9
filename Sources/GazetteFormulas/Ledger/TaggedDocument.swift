public import GazetteConcepts
public import GazetteDocument

/// A document with the concepts that its passages mention, wherever these are from: the matcher, or an index.
public struct TaggedDocument: Sendable {
  /// The document.
  public let document: PolicyDocument
  /// For each of its passages the mentions, as ranges of the document's text, as `ConceptMatcher` orders them.
  public let mentions: [[ConceptMention]]

  /// Joins a document and its mentions; passages without an entry have none.
  public init(_ document: PolicyDocument, mentions: [[ConceptMention]]) {
    self.document = document
    self.mentions = mentions
  }

  /// Looks for the mentions in a document.
  public init(_ document: PolicyDocument, by matcher: ConceptMatcher) {
    self.init(document, mentions: matcher.mentions(in: document))
  }

  /// The passages that have mentions, with their places in the document.
  var passages: some Sequence<(index: Int, mentions: [ConceptMention])> {
    document.passages.indices.lazy.filter { mentions.indices.contains($0) }
      .map { (index: $0, mentions: mentions[$0]) }
  }
}
