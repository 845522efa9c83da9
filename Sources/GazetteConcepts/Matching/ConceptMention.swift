/// A place in a text that mentions a concept.
public struct ConceptMention: Sendable, Hashable {
  /// The concept's id.
  public let concept: String
  /// The rendering that was found.
  public let label: ConceptLabel
  /// Where it stands in the text that was searched: bytes, the end excluded.
  public let range: Range<Int>
  /// Whether it is a part of a longer label that was found, or overlaps one.
  public let isPart: Bool

  /// Creates a mention.
  public init(concept: String, label: ConceptLabel, range: Range<Int>, isPart: Bool) {
    self.concept = concept
    self.label = label
    self.range = range
    self.isPart = isPart
  }
}
