public import GazetteDocument

/// Who must, should or may do what, by when and how much: one requirement of a document.
///
/// Every span lies within the sentence, except what is inherited from an earlier one.
public struct Measure: Sendable, Hashable {
  /// What sort of requirement it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something is to be done.
    case measure
    /// A number is to be reached.
    case target
    /// Something to hold on to, without an act.
    case principle
    /// What another measure is to bring about.
    case result
    /// Exhortation, means and purpose.
    case other
  }

  /// The passage, as an index into the document's `passages`.
  public var passage: Int
  /// The sentence, as an index into the document's `sentences`.
  public var sentence: Int
  /// The words from the measure's first to its last.
  public var span: TextSpan
  /// What sort of requirement it is.
  public var kind: Kind
  /// Whether checklists leave it out: principles, results, exhortation.
  public var isOptional: Bool
  /// How binding it is, with the span of the modal word.
  public var modality: MeasureField<Modality>
  /// What is to be done; the value is the group of the verb.
  public var action: MeasureField<VerbGroup>
  /// What it is to be done to.
  public var objects: [TextSpan]
  /// What the object becomes or goes into, where the verb has such a part: 纳入 B, 作为 B.
  public var complement: TextSpan?
  /// Who acts.
  public var actors: [ResponsibleBody]
  /// By when.
  public var deadline: MeasureField<Deadline>
  /// How much.
  public var indicator: MeasureField<Indicator>
  /// Whether somebody's words are reported.
  public var isReported: Bool
  /// Who is reported; `nil` where the sentence does not say it.
  public var speaker: TextSpan?
  /// Rules and words by which it was found, in the order in which they were used.
  public var cues: [MeasureCue]

  /// The strength and polarity, with the value that an unmarked imperative has.
  public var force: Modality { modality.value ?? Modality(strength: 3, polarity: .positive) }
}
