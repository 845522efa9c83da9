public import GazetteDocument

/// One field of a measure: what was read, where it stands, and how far it is known.
public struct MeasureField<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Whether the source states it, leaves it out, or has words that could not be read.
  public var state: FieldState
  /// What was read; `nil` where nothing is stated.
  public var value: Value?
  /// Where it stands; `nil` where nothing is stated.
  public var span: TextSpan?
  /// Further parts of it, where other words stand between.
  public var furtherSpans: [TextSpan]

  /// Creates a field.
  public init(state: FieldState, value: Value?, span: TextSpan?, furtherSpans: [TextSpan] = []) {
    self.state = state
    self.value = value
    self.span = span
    self.furtherSpans = furtherSpans
  }

  /// A field that the source does not state.
  public static var notStated: MeasureField {
    MeasureField(state: .notStated, value: nil, span: nil)
  }

  /// Every place of the field in the order of the text.
  public var spans: [TextSpan] { (span.map { [$0] } ?? []) + furtherSpans }
}
