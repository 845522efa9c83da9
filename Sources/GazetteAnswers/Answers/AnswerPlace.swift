public import GazetteDocument

/// A place that says the same as a sentence of an answer.
public struct AnswerPlace: Sendable, Hashable {
  /// The document.
  public let document: PolicyDocument.ID
  /// The sentence there.
  public let path: SectionPath
}
