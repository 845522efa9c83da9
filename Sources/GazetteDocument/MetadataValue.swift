/// One thing known of a document, with how it is known.
public struct MetadataValue<Value> {
  /// The value; `nil` when the state is one without a value.
  public var value: Value?
  /// How the value is known.
  public var state: FieldState
  /// Where the source text says it; `nil` when it does not, as for what was entered.
  public var evidence: TextSpan?

  /// Creates a value with its state and its evidence.
  public init(_ value: Value?, state: FieldState, evidence: TextSpan? = nil) {
    self.value = value
    self.state = state
    self.evidence = evidence
  }

  /// What the source does not say.
  public static var notStated: MetadataValue { MetadataValue(nil, state: .notStated) }
}

extension MetadataValue: Sendable where Value: Sendable {}

extension MetadataValue: Equatable where Value: Equatable {}

extension MetadataValue: Hashable where Value: Hashable {}
