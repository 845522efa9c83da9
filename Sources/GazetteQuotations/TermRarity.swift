/// How rare each word and concept is among the units, in bits.
struct TermRarity {
  /// A few documents are judged as if they stood among so many units that share nothing with them.
  static let background = 64

  /// Pairs of Han characters overlap, so that each of them says half of what a word says.
  private static let hanShare: Float = 0.5

  /// The bits of a word that stands in one unit.
  let rarest: Float
  private let words: [Float]
  private let concepts: [Float]
  private let frequent: [Bool]

  /// A word in more than this part of the units joins others without saying anything.
  private static let frequentShare = 0.08
  /// In a few units every word seems frequent.
  private static let frequentLeast = 6

  init(_ texts: TextUnits, conceptCount: Int) {
    var counts = (
      words: [Int32](repeating: 0, count: texts.vocabulary),
      concepts: [Int32](repeating: 0, count: conceptCount)
    )
    var seen: Set<UInt32> = []
    for unit in texts.units.indices {
      seen.removeAll(keepingCapacity: true)
      for term in texts.all(of: unit) where seen.insert(term).inserted {
        if term & TextUnits.conceptBit == 0 {
          counts.words[Int(term)] += 1
        } else {
          counts.concepts[Int(term & ~TextUnits.conceptBit)] += 1
        }
      }
    }
    let total = Float(texts.units.count + Self.background)
    func bits(_ count: Int32) -> Float { max(0, Bits.log2(total / Float(max(count, 1)))) }
    rarest = bits(1)
    words = counts.words.enumerated().map { word, count in
      texts.isHan(UInt32(truncatingIfNeeded: word)) ? Self.hanShare * bits(count) : bits(count)
    }
    concepts = counts.concepts.map(bits)
    let most = max(Self.frequentLeast, Int(Double(texts.units.count) * Self.frequentShare))
    frequent = counts.words.map { Int($0) > most }
  }

  /// The bits of a word or a concept.
  func bits(of term: UInt32) -> Float {
    term & TextUnits.conceptBit == 0
      ? words[Int(term)] : concepts[Int(term & ~TextUnits.conceptBit)]
  }

  /// Whether a word is one of those that stand everywhere; concepts never are.
  func isFrequent(_ term: UInt32) -> Bool {
    term & TextUnits.conceptBit == 0 && frequent[Int(term)]
  }
}
