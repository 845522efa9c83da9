public import GazetteDocument

/// A measure that stands alone: its words, its addresses and its document, all that is needed to show, cite and compare it.
public struct MeasureRecord: Sendable, Hashable {
  /// The document that holds it.
  public let document: DocumentSummary
  /// What was read.
  public let measure: Measure
  /// Its stable name.
  public let id: MeasureID
  /// The machine address of its passage.
  public let passage: MachineID
  /// How its sentence is named in print; holds the sentence's addresses and its voice.
  public let citation: Citation
  /// The sentence, exactly as it stands in the source text.
  public let sentence: String
  /// The words of its fields.
  public let words: MeasureWords
  /// The concepts that its own words mention, by id, each once, in the order of the text.
  public let concepts: [String]
  /// The concepts that the headings above it mention, by id, each once.
  public let headingConcepts: [String]
  /// The places and documents that its sentence refers to, in the order of the text.
  public var references: [CrossReference]

  /// Who speaks.
  public var voice: Voice { citation.voice }

  /// The state of a field, and whether there is anything in it.
  ///
  /// - Parameter name: The field.
  /// - Returns: The state; of several bodies or objects that of the first.
  public func state(of name: MeasureFieldName) -> FieldState {
    switch name {
    case .action: measure.action.state
    case .object: measure.objects.isEmpty ? .notStated : .stated
    case .actor: measure.actors.first?.state ?? .notStated
    case .deadline: measure.deadline.state
    case .indicator: measure.indicator.state
    case .modality: measure.modality.state
    }
  }

  /// Whether the source names a body for it: of its own, or by what encloses it.
  public var hasBody: Bool {
    measure.actors.contains { $0.span != nil && $0.role != .addressee }
  }
}
