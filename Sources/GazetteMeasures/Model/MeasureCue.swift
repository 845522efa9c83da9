public import GazetteDocument

/// One reason why a measure was read as it was: a rule and the words that set it off.
public struct MeasureCue: Sendable, Hashable {
  /// The rules of the extractor.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// A modal word stands in the clause.
    case modal
    /// The modal word of an earlier clause holds on.
    case inheritedModal = "inherited-modal"
    /// A verb of the lexicon opens the clause.
    case bareVerb = "bare-verb"
    /// A verb joined to an earlier one.
    case joinedVerb = "joined-verb"
    /// A body with a verb behind it and no modal word.
    case actorVerb = "actor-verb"
    /// A number that is to be reached.
    case target
    /// Somebody's words are reported.
    case reported
    /// The clause says what the one before brings about.
    case result
    /// The clause names a principle.
    case principle
    /// The bodies stand in a bracket behind it.
    case bracket
    /// The document's addressees act, because nobody is named.
    case addressee
    /// The verb forbids.
    case forbiddingVerb = "forbidding-verb"
  }

  /// The rule.
  public var rule: Rule
  /// The words that set it off; `nil` where they stand elsewhere.
  public var span: TextSpan?

  /// Creates a cue.
  public init(rule: Rule, span: TextSpan?) {
    self.rule = rule
    self.span = span
  }
}
