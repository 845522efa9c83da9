public import GazetteConcepts
public import GazetteDocument

/// A place of a document that mentions a concept, with its words.
public struct CitedMention: Sendable, Hashable {
  /// The concept's id.
  public let concept: String
  /// The rendering that was found.
  public let label: ConceptLabel
  /// The words, as they stand in the source text.
  public let text: String
  /// Where they stand in the source text.
  public let span: TextSpan
  /// The passage that holds them; `nil` when they stand in a heading.
  public let passage: MachineID?
  /// The section in whose heading they stand; `nil` when they stand in a passage.
  public let heading: SectionPath?
  /// Whether they are a part of a longer rendering that was found, or overlap one.
  public let isPart: Bool

  /// Creates a mention.
  package init(
    concept: String, label: ConceptLabel, text: String, span: TextSpan,
    passage: MachineID?, heading: SectionPath?, isPart: Bool
  ) {
    self.concept = concept
    self.label = label
    self.text = text
    self.span = span
    self.passage = passage
    self.heading = heading
    self.isPart = isPart
  }
}
