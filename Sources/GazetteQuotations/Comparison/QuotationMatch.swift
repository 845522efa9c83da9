/// How a quotation stands to a stretch of a source, word by word.
public struct QuotationMatch: Sendable, Hashable {
  /// How far the words are those of the source.
  public enum Grade: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Most of the words are there, some are others.
    case altered
    /// All words are there in one passage and in their order, with gaps where the draft marks them.
    case elided
    /// The words are the same, their form is not.
    case normalised
    /// The same bytes.
    case exact

    /// Orders grades from the worst to the best.
    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
  }

  /// How far the words are those of the source.
  public let grade: Grade
  /// From the first word to the last, as bytes of the text that was compared.
  public let bytes: Range<Int>
  /// The stretches that the draft quotes, one for each of its parts.
  public let fragments: [Range<Int>]
  /// What was folded, for the grades below `exact`.
  public let folded: Set<FoldedForm>
  /// Where the words differ, for `altered`.
  public let differences: [QuotationDifference]
  /// How many of the words the quotation and its place have in common: 0 to 1.
  public let likeness: Double

  /// Creates a match.
  package init(
    grade: Grade, bytes: Range<Int>, fragments: [Range<Int>], folded: Set<FoldedForm> = [],
    differences: [QuotationDifference] = [], likeness: Double = 1
  ) {
    self.grade = grade
    self.bytes = bytes
    self.fragments = fragments
    self.folded = folded
    self.differences = differences
    self.likeness = likeness
  }
}
