/// Finds the passages that say the same in another language, by what does not change in translation.
///
/// Two passages are a pair when their facts agree for the most part, their lengths are those of a text and its translation
/// (W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993), and neither has a better
/// partner in the other document. Between two pairs of the same documents less evidence is enough.
struct TranslationMatching {
  /// Two passages, the one of the earlier document first.
  struct Match {
    let left: Int
    let right: Int
    let likeness: Float
    let weight: Float
    let shared: [UInt32]
  }

  /// What a passage is compared by.
  struct Passage {
    let document: Int
    let isChinese: Bool
    let isEnglish: Bool
    /// Its length in bytes.
    let length: Int
  }

  private let facts: FactIndex
  private let passages: [Passage]
  private let weights: [Float]

  /// Agreement from which facts alone make a pair.
  private static let least: (likeness: Float, bits: Float, facts: Int) = (0.5, 12, 2)
  /// The same for documents with fewer pairs than `leastPairs`, which are no translations of each other.
  private static let leastAlone: (likeness: Float, bits: Float, facts: Int) = (0.6, 22, 3)
  private static let leastPairs = 3
  /// The same between two pairs.
  private static let leastBetween: (likeness: Float, bits: Float, facts: Int) = (0.35, 4, 1)
  /// An English text has about as many bytes as its Chinese original; more or less than this times it is none.
  private static let mostRatio: Float = 2.6

  init(_ facts: FactIndex, _ passages: [Passage]) {
    self.facts = facts
    self.passages = passages
    weights = passages.indices.map { facts.weight(of: $0) }
  }

  /// All pairs of passages of documents that are to be compared.
  func matches(_ isWanted: (Int, Int) -> Bool) -> [Match] {
    var sure: [DocumentPair: [Match]] = [:]
    for passage in passages.indices where passages[passage].isEnglish {
      for other in facts.neighbours(of: passage) where passages[other].isChinese {
        let documents = DocumentPair(passages[passage].document, passages[other].document)
        guard documents.left != documents.right, isWanted(documents.left, documents.right),
          let match = match(passage, other), accepts(match, Self.least)
        else { continue }
        sure[documents, default: []].append(match)
      }
    }
    var matches: [Match] = []
    for (_, found) in sure.sorted(by: { $0.key < $1.key }) {
      let pairs = Self.mutual(found)
      let isTranslation = pairs.count >= Self.leastPairs
      matches += isTranslation ? pairs : pairs.filter { accepts($0, Self.leastAlone) }
      if isTranslation { matches += between(pairs) }
    }
    return matches
  }

  private struct DocumentPair: Hashable, Comparable {
    let left: Int
    let right: Int

    init(_ one: Int, _ other: Int) {
      left = min(one, other)
      right = max(one, other)
    }

    static func < (one: DocumentPair, other: DocumentPair) -> Bool {
      (one.left, one.right) < (other.left, other.right)
    }
  }

  private func accepts(
    _ match: Match, _ least: (likeness: Float, bits: Float, facts: Int)
  ) -> Bool {
    match.likeness >= least.likeness && match.weight >= least.bits
      && match.shared.count >= least.facts
  }

  private func match(_ one: Int, _ other: Int) -> Match? {
    let (left, right) =
      passages[one].document < passages[other].document ? (one, other) : (other, one)
    let lengths = (Float(passages[one].length), Float(passages[other].length))
    guard max(lengths.0, lengths.1) <= Self.mostRatio * min(lengths.0, lengths.1) else {
      return nil
    }
    let shared = facts.shared(left, right)
    let weight = shared.reduce(Float(0)) { $0 + facts.bits($1) }
    let product = weights[left] * weights[right]
    guard product > 0 else { return nil }
    return Match(
      left: left, right: right, likeness: weight / product.squareRoot(), weight: weight,
      shared: shared)
  }

  /// The matches of which neither side has a better one, by rising places.
  private static func mutual(_ matches: [Match]) -> [Match] {
    var taken: (left: Set<Int>, right: Set<Int>) = ([], [])
    let order = matches.sorted {
      ($1.likeness * $1.weight, $0.left, $0.right) < ($0.likeness * $0.weight, $1.left, $1.right)
    }
    var kept: [Match] = []
    for match in order where !taken.left.contains(match.left) && !taken.right.contains(match.right)
    {
      taken.left.insert(match.left)
      taken.right.insert(match.right)
      kept.append(match)
    }
    return kept.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// Pairs with less evidence that stand between two pairs which follow each other in both documents.
  private func between(_ pairs: [Match]) -> [Match] {
    var found: [Match] = []
    for (first, second) in zip(pairs, pairs.dropFirst()) {
      let gap = (left: first.left + 1..<max(second.left, first.left + 1), right: second.right)
      guard first.right < gap.right, gap.left.count <= 20, gap.right - first.right <= 20 else {
        continue
      }
      var candidates: [Match] = []
      for left in gap.left {
        for right in first.right + 1..<gap.right {
          if let match = match(left, right), accepts(match, Self.leastBetween) {
            candidates.append(match)
          }
        }
      }
      found += Self.mutual(candidates)
    }
    return found
  }
}
