/// A mention of a concept as an index keeps it: by the numbers of a thesaurus.
package struct ConceptTag: Sendable, Hashable {
  /// The number of the concept in the thesaurus.
  package let concept: Int
  /// The number of the rendering among the concept's labels.
  package let label: Int
  /// Where it stands in the text that was searched: bytes, the end excluded.
  package var range: Range<Int>
  /// Whether it is a part of a longer label that was found, or overlaps one.
  package let isPart: Bool

  /// Creates a tag.
  package init(concept: Int, label: Int, range: Range<Int>, isPart: Bool) {
    self.concept = concept
    self.label = label
    self.range = range
    self.isPart = isPart
  }
}
