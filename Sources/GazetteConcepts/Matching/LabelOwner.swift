/// Whose label a spelling is.
package struct LabelOwner: Sendable, Hashable {
  /// The number of the concept in its thesaurus.
  package let concept: Int
  /// The number of the label among the concept's labels, or among its negative ones.
  package let label: Int
  /// Whether what it names is none of the concept's mentions.
  package let isNegative: Bool

  /// Creates an owner.
  package init(concept: Int, label: Int, isNegative: Bool) {
    self.concept = concept
    self.label = label
    self.isNegative = isNegative
  }
}
