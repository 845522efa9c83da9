public import GazetteDocument
public import GazetteQuotations

/// Two passages of different documents that say the same, ready to be quoted, with what differs.
public struct ParallelFinding: Sendable, Hashable {
  /// Sentences that answer each other.
  public struct Stretch: Sendable, Hashable {
    /// The words of the left passage, exactly as they stand: whole sentences.
    public let left: String
    /// Where they stand in the left document.
    public let leftSpan: TextSpan
    /// The words of the right passage.
    public let right: String
    /// Where they stand in the right document.
    public let rightSpan: TextSpan
    /// What differs word by word: without those inserted the left words, without those deleted the right ones; empty for
    /// a translation.
    public let pieces: [WordDifference.Piece]
  }

  /// The one passage.
  public let left: CitedPassage
  /// The other one.
  public let right: CitedPassage
  /// How they are alike.
  public let kind: PassagePair.Kind
  /// How much of the shorter side stands on the other one too, weighed by rarity: 0 to 1.
  public let likeness: Double
  /// How much speaks for the pair: the rarity of what both have, in bits.
  public let weight: Double
  /// What both say in any language, the rarest first.
  public let shared: [PassageFact]
  /// Of a translation the numbers and dates that only the left passage says.
  public let onlyLeft: [PassageFact]
  /// Those that only the right one says.
  public let onlyRight: [PassageFact]
  /// The sentences that answer each other, in the order of the left passage.
  public let stretches: [Stretch]
}
