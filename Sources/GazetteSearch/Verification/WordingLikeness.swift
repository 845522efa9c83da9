import GazetteAnalysis
import GazetteDocument
import GazetteIndex
import GazetteQuotations

/// How much two texts of one language say the same in other words: the share of what the one says that the other says too,
/// each word weighed by its rarity in the index.
struct WordingLikeness {
  private let weights: [[UInt8]: Double]
  private let total: Double
  private let isDenied: Bool
  private let figures: Set<PassageFact>

  /// From so much on two texts are wordings of one thing.
  static let least = 0.55
  /// So many telling words must be the same.
  private static let leastWords = 3

  /// Prepares to compare with a text.
  init(
    _ text: String, terms: [(term: Term, frequency: Int)], passages: Int
  ) {
    var weights: [[UInt8]: Double] = [:]
    for (term, frequency) in terms {
      weights[term.bytes] = Self.bits(passages, over: frequency)
    }
    self.weights = weights
    total = weights.values.reduce(0, +)
    isDenied = Self.isDenied(text)
    figures = Self.figures(of: text)
  }

  /// How rare something is, in bits; the logarithm without a library: the number's length, and its place between two lengths.
  private static func bits(_ passages: Int, over frequency: Int) -> Double {
    let ratio = max(1, Double(passages + 1) / Double(max(1, frequency)))
    return Double(ratio.exponent) + (ratio.significand - 1) + 0.5
  }

  /// Whether another text says the same in other words: most of the telling words are the same, none denies what the other says,
  /// and its figures are there.
  func isWording(_ other: String) -> Bool {
    let (share, words) = shared(with: other)
    return share >= Self.least && words >= Self.leastWords && Self.isDenied(other) == isDenied
      && figures.isSubset(of: Self.figures(of: other))
  }

  /// The share of the words that another text has, 0 to 1.
  func share(in other: String) -> Double { shared(with: other).share }

  private func shared(with other: String) -> (share: Double, words: Int) {
    guard total > 0 else { return (0, 0) }
    var stream = TokenStream()
    Analyzer.standard.analyze(Array(other.utf8)[...], into: &stream)
    var seen: Set<[UInt8]> = []
    var shared = 0.0
    for token in stream.tokens where token.kind != .word && token.kind != .han {
      let term = Array(stream.term(of: token))
      guard let weight = weights[term], seen.insert(term).inserted else { continue }
      shared += weight
    }
    return (shared / total, seen.count)
  }

  private static func isDenied(_ text: String) -> Bool {
    let words = ComparedText(Array(text.utf8))
    return GuardWords.standard.found(in: words.words.indices, of: words).contains {
      $0.kind == .negation
    }
  }

  private static func figures(of text: String) -> Set<PassageFact> {
    let isChinese = text.unicodeScalars.contains { $0.value >= 0x3400 }
    return PassageFact.facts(in: text, isChinese: isChinese).filter(\.isFigure)
  }
}
