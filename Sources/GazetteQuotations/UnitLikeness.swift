/// How much two units have in common, weighed by rarity.
struct UnitLikeness {
  /// What both have that is not said everywhere, in bits.
  let shared: Float
  /// What the lighter of them has in all.
  let lighter: Float
  /// How many different words are shared.
  let wordCount: Int
  /// How many concepts are shared.
  let conceptCount: Int

  /// The part of the lighter one that the other one has too, 0 to 1.
  var share: Float { lighter > 0 ? min(1, shared / lighter) : 0 }

  /// Fewer words in common show nothing.
  private static let leastWords = 4
  /// The least part in common.
  private static let leastShare: Float = 0.4
  /// With a concept in common fewer words and a smaller part do.
  private static let leastWordsBesideConcept = 2
  private static let leastShareBesideConcept: Float = 0.3
  /// What is in common must be worth this many words of the rarest kind.
  private static let leastRareWords: Float = 2
  /// Of two passages what is in common, times its part of the whole, must be worth so many.
  private static let leastRareWordsOfPassages: Float = 1.75

  /// Whether one unit may say what the other one says, `rarest` being the bits of a word that stands only once.
  func isParallel(rarest: Float) -> Bool {
    guard shared >= Self.leastRareWords * rarest else { return false }
    if wordCount >= Self.leastWords, share >= Self.leastShare { return true }
    return conceptCount > 0 && wordCount >= Self.leastWordsBesideConcept
      && share >= Self.leastShareBesideConcept
  }

  /// Whether passages with so much in common say the same, `lighter` being all that their lighter units have.
  static func areParallel(shared: Float, lighter: Float, rarest: Float) -> Bool {
    lighter > 0
      && shared * min(1, shared / lighter) >= leastRareWordsOfPassages * rarest
  }

  /// Compares two units by the features that both have: words count that stand in one of them.
  init(
    _ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>, lighter: Float, _ index: FeatureIndex,
    _ rarity: TermRarity
  ) {
    var terms: Set<UInt32> = []
    var (left, right) = (one.startIndex, other.startIndex)
    while left < one.endIndex, right < other.endIndex {
      if one[left] == other[right] {
        let feature = index.features[Int(one[left])]
        terms.insert(feature.one)
        terms.insert(feature.other)
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    shared = terms.reduce(0) { $0 + rarity.bits(of: $1) }
    conceptCount = terms.count { $0 & TextUnits.conceptBit != 0 }
    wordCount = terms.count - conceptCount
    self.lighter = lighter
  }
}
