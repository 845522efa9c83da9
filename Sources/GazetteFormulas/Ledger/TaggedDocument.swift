public import GazetteConcepts
public import GazetteDocument

/// A document with the concepts that its passages and headings mention, wherever these are from: the matcher, or an index.
public struct TaggedDocument: Sendable {
  /// The document.
  public let document: PolicyDocument
  /// For each of its passages and headings the mentions, as ranges of the document's text, as `ConceptMatcher` orders them.
  public let mentions: DocumentMentions<ConceptMention>

  /// Joins a document and its mentions; parts without an entry have none.
  public init(_ document: PolicyDocument, mentions: DocumentMentions<ConceptMention>) {
    self.document = document
    self.mentions = mentions
  }

  /// Looks for the mentions in a document.
  public init(_ document: PolicyDocument, by matcher: ConceptMatcher) {
    self.init(document, mentions: matcher.mentions(in: document))
  }

  /// All parts that have mentions: the passages, then the headings.
  private var parts: [(part: TextPart, mentions: [ConceptMention])] {
    document.passages.indices.map { (.passage($0), mentions.inPassage($0)) }
      + document.sections.indices.map { (.heading($0), mentions.inHeading(ofSection: $0)) }
      .filter { !$0.1.isEmpty }
  }

  /// The parts that have mentions, in the order of the text.
  var partsInOrder: [(part: TextPart, mentions: [ConceptMention])] {
    parts.filter { !$0.mentions.isEmpty }.sorted {
      $0.mentions[0].range.lowerBound < $1.mentions[0].range.lowerBound
    }
  }
}
