/// One mended place: the ledger of repairs turns the source text into the reading text.
public struct Repair: Sendable, Hashable {
  /// The name of the rule that found the damage.
  public var rule: String
  /// The damaged stretch of the source text.
  public var span: TextSpan
  /// What the reading text has in its place.
  public var replacement: String
  /// How sure the rule is, 0 to 1.
  public var confidence: Double

  /// Creates a repair.
  public init(rule: String, span: TextSpan, replacement: String, confidence: Double) {
    self.rule = rule
    self.span = span
    self.replacement = replacement
    self.confidence = confidence
  }
}
