public import GazetteDocument

/// A place or a document that a sentence refers to: 第三条第二款, `Article 4(2)`, 《…》（国发〔2018〕43号）.
public struct CrossReference: Sendable, Hashable {
  /// Where the sentence says it, in the source text.
  public let span: TextSpan
  /// Its words, on one line.
  public let text: String
  /// The title of another document; `nil` when it is given by its number alone, or when the sentence means its own document.
  public let title: String?
  /// The number of another document.
  public let number: DocumentNumber?
  /// The place, by the source's own numbers; `nil` when a document as a whole is meant.
  public let place: SectionNumber?
  /// What it says of the other document; `nil` for a place of its own document.
  public let relation: DocumentRelation?
  /// The documents that are meant, in the byte order of their names; empty where there are none, or none was looked for.
  public var documents: [PolicyDocument.ID]
  /// The passages that are meant, by their addresses; empty where there are none.
  public var paths: [SectionPath]

  /// Whether it leads to a document or a place that is there.
  public var isResolved: Bool { place == nil ? !documents.isEmpty : !paths.isEmpty }
}
