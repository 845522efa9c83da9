/// One damaged place: an entry of the ledger that turns the source text into the reading text.
public struct Repair: Sendable, Hashable {
  /// The name of the rule that found the damage.
  public var rule: String
  /// The damaged stretch of the source text.
  public var span: TextSpan
  /// What the reading text has in its place; `nil` when the words are kept as they stand.
  public var replacement: String?
  /// How sure the rule is, 0 to 1.
  public var confidence: Double
  /// The warning that goes with the words; `nil` for none.
  public var flag: PassageFlag?

  /// Creates an entry.
  public init(
    rule: String, span: TextSpan, replacement: String?, confidence: Double,
    flag: PassageFlag? = nil
  ) {
    self.rule = rule
    self.span = span
    self.replacement = replacement
    self.confidence = confidence
    self.flag = flag
  }
}
