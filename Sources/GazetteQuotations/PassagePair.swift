/// Two passages of different documents that say the same.
public struct PassagePair: Sendable, Hashable {
  /// How two passages are alike.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Word for word, letter case and punctuation aside.
    case same
    /// In other words of the same language, or only in part.
    case reworded
    /// In another language.
    case translation
  }

  /// Places that answer each other in both passages.
  public struct Stretch: Sendable, Hashable {
    /// Where it stands in the source text of the left document: bytes, the end excluded.
    public let left: Range<Int>
    /// Where it stands in that of the right one.
    public let right: Range<Int>

    /// Creates a stretch.
    public init(left: Range<Int>, right: Range<Int>) {
      self.left = left
      self.right = right
    }
  }

  /// The passage of the document that was added first.
  public let left: PassagePlace
  /// The passage of the other document.
  public let right: PassagePlace
  /// How they are alike.
  public let kind: Kind
  /// How much of the shorter side stands on the other one too, weighed by rarity: 0 to 1.
  public let likeness: Double
  /// How much speaks for the pair: the rarity of what both have, in bits.
  public let weight: Double
  /// The places that answer each other, in the order of the left text; of translations the passages as a whole.
  public let stretches: [Stretch]
  /// What both say in any language: concepts, and in translations numbers, dates and names too; the rarest first.
  public let shared: [PassageFact]
}
