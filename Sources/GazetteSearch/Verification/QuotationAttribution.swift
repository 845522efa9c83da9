public import GazetteDocument

/// Who said what is quoted, when and on what occasion, as far as the index knows.
public struct QuotationAttribution: Sendable, Hashable {
  /// The voice, with its speaker.
  public let voice: Voice
  /// The passage that says so.
  public let from: MachineID
  /// Where that stands: document and path.
  public let place: String
  /// Whether that is another passage than the quoted one, which says the same and names the speaker.
  public let isParallel: Bool
}
