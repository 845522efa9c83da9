/// The terms of a snapshot that a pattern stands for.
public struct TermExpansion: Sendable, Hashable {
  /// One of the terms.
  public struct Found: Sendable, Hashable {
    /// The term.
    public let term: Term
    /// In how many entries it stands, deleted ones that are not merged away yet included.
    public let documentFrequency: Int
    /// How many edits lie between it and a fuzzy query's term; 0 for other patterns.
    public let edits: Int
  }

  /// The terms: of a fuzzy query the best first, of others in the order of their bytes.
  public let terms: [Found]
  /// Whether these are all; a limit left out the others otherwise.
  public let isComplete: Bool
}
