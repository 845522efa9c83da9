public import GazetteDocument

/// What a measure says to one question: who, by when, how much.
public struct MeasureFieldAnswer: Sendable, Hashable {
  /// The measure.
  public let record: MeasureRecord
  /// The field that was asked for.
  public let field: MeasureFieldName
  /// Whether the source states it, leaves it out, or has words that could not be read.
  public let state: FieldState
  /// The words of the source, part by part; empty where it states nothing.
  public let words: [String]
  /// The normal form of a date or a number; `nil` where there is none.
  public let normalised: String?

  /// Looks a field up.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - record: The measure.
  public init(_ field: MeasureFieldName, of record: MeasureRecord) {
    self.record = record
    self.field = field
    state = record.state(of: field)
    let words = record.words
    switch field {
    case .action: self.words = words.action.map { [$0] } ?? []
    case .object: self.words = words.objects
    case .actor: self.words = words.actors.compactMap { $0 }
    case .deadline: self.words = words.deadline.map { [$0] } ?? []
    case .indicator: self.words = words.indicators
    case .modality: self.words = words.modality.map { [$0] } ?? []
    }
    switch field {
    case .deadline: normalised = record.measure.deadline.value?.normalised
    case .indicator:
      normalised = record.measure.indicator.value.map { indicator in
        indicator.comparator.rawValue + (indicator.value ?? "") + indicator.unit
      }
    case .modality: normalised = "\(record.measure.force.strength)"
    case .action: normalised = record.measure.action.value?.rawValue
    case .object, .actor: normalised = nil
    }
  }
}
