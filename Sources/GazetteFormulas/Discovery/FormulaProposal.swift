public import GazetteConcepts

/// A formula or term that a thesaurus lacks, with what speaks for it.
public struct FormulaProposal: Sendable, Hashable {
  /// What it was found by.
  public enum Pattern: String, Sendable, Hashable, CaseIterable {
    /// Two numbers with words: 四梁八柱, "four beams and eight pillars".
    case doubled
    /// A number with 个 and words, or "the" with a number and words: 四个意识, "the four consciousnesses".
    case counted
    /// A number with words right behind it, shown to be a name by quotation marks or the list that follows: 六稳.
    case numbered
    /// Words between quotation marks that come again.
    case quoted
  }

  /// The words, as they are written at `place`.
  public let words: String
  /// What it was found by.
  public let pattern: Pattern
  /// How often it was found.
  public let count: Int
  /// How often with quotation marks around it.
  public let quotedCount: Int
  /// In which documents, and how often there.
  public let documents: [FormulaLedger.DocumentCount]
  /// Where it stands first in the oldest document.
  public let place: FormulaPlace
  /// What it consists of, from the list that follows it somewhere; empty without one.
  public let members: [String]
  /// The passage that has the list.
  public let membersPlace: FormulaPlace?
  /// How much speaks for it: a number to order by.
  public let evidence: Int
  /// The ids of concepts of which a label lies within the words: it may be another rendering of one that holds them.
  public let known: [String]
  /// The concept to be added to a thesaurus; `ThesaurusSource` writes it.
  public let concept: Concept
}
