public import Gazette

/// A term of the glossary with its renderings.
public struct StudyTerm: Sendable, Hashable {
  /// One rendering.
  public struct Rendering: Sendable, Hashable {
    /// The label of the thesaurus.
    public let label: ConceptLabel
    /// A sentence of the corpus that has it; `nil` where it is known from the thesaurus alone.
    public let excerpt: CitedExcerpt?
  }

  /// The concept.
  public let concept: Concept
  /// Its renderings, preferred ones first.
  public let renderings: [Rendering]

  /// The preferred rendering in a language, with where it stands.
  ///
  /// - Parameter chinese: Whether the Chinese one is wanted.
  /// - Returns: The rendering; `nil` where the thesaurus has none.
  public func rendering(inChinese chinese: Bool) -> Rendering? {
    let own = renderings.filter { $0.label.language.isChinese == chinese }
    return own.first { $0.label.status == .preferred && $0.excerpt != nil }
      ?? own.first { $0.label.status == .preferred } ?? own.first
  }
}
