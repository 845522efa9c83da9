public import GazetteDocument

/// One rendering of a concept.
public struct ConceptLabel: Sendable, Hashable {
  /// What a rendering is worth.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The rendering that is to be used (SKOS `prefLabel`).
    case preferred
    /// Another sound rendering (SKOS `altLabel`).
    case alias
    /// Right, but never shown (SKOS `hiddenLabel`).
    case hidden
    /// A literal, damaged or machine-made rendering: found, never shown as right.
    case broken
  }

  /// The words.
  public let text: String
  /// Their language: `zh-Hans`, `zh-Hant`, `en`, or another.
  public let language: Language
  /// What the rendering is worth.
  public let status: Status
  /// Whether it is an ordinary word too, and counts only with evidence near by.
  public let needsContext: Bool
  /// Where the rendering is from; `nil` when the thesaurus does not say.
  public let source: String?
  /// The line of the file that has it, from 1.
  public let line: Int

  /// Creates a label.
  public init(
    _ text: String, language: Language, status: Status, needsContext: Bool = false,
    source: String? = nil, line: Int = 0
  ) {
    self.text = text
    self.language = language
    self.status = status
    self.needsContext = needsContext
    self.source = source
    self.line = line
  }
}
