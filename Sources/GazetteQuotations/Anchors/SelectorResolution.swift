public import GazetteDocument

/// What became of a selector's words in a text.
public struct SelectorResolution: Sendable, Hashable {
  /// The states of an anchor; there is none for what only looks alike.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The very words at the same place: of the same text, or of another one between the same surroundings.
    case same
    /// The very words at another place, or between other surroundings, and no other place can be meant.
    case moved
    /// The surroundings are there, and between them stand other words.
    case changed
    /// Nothing decides where the words are, or they are gone.
    case orphaned
  }

  /// The state.
  public let state: State
  /// Where the words stand now, or what stands in their place; `nil` for an orphan.
  public let span: TextSpan?
  /// From the words as they were to the words as they are; empty unless changed.
  public let difference: [WordDifference.Piece]
  /// Places that a person may choose from, the likest first; never taken by themselves.
  public let proposals: [SelectorProposal]

  /// Creates a resolution.
  package init(
    state: State, span: TextSpan?, difference: [WordDifference.Piece] = [],
    proposals: [SelectorProposal] = []
  ) {
    self.state = state
    self.span = span
    self.difference = difference
    self.proposals = proposals
  }

  /// Whether the very words stand in the text and it is known where.
  public var isFound: Bool { state == .same || state == .moved }
}
