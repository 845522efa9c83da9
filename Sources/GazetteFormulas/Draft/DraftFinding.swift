public import GazetteConcepts

/// A rendering of a formula in a draft that somebody should look at.
public struct DraftFinding: Sendable, Hashable {
  /// What is the matter with it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The rendering is known to be wrong.
    case broken
    /// The draft uses several renderings of the formula, and this is not the preferred one.
    case inconsistent
    /// A sound rendering, but not the preferred one.
    case notPreferred = "not-preferred"
    /// The draft names the formula and explains some of its members only.
    case missingMembers = "missing-members"
  }

  /// What is the matter.
  public let kind: Kind
  /// The formula, by its id.
  public let concept: String
  /// What the draft has.
  public let label: ConceptLabel
  /// What is proposed in its place: the preferred label in the language of the rendering; `nil` when there is none.
  public let proposal: String?
  /// Where it stands.
  public let place: FormulaPlace
  /// The line of the draft's source text, from 1.
  public let line: Int
  /// The scalar of the line, from 1.
  public let column: Int
  /// The renderings in the language that the draft uses, in the order of the text.
  public let renderings: [String]
  /// Whether it stands within a longer quotation, whose words are another's.
  public let isQuotation: Bool
  /// The members that are not explained, for `missingMembers`.
  public let missing: [Concept.Part]
}
