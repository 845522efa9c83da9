public import GazetteDocument

/// Finds the same passage in other words: in copies, quotations, new versions, and in translations.
///
/// Documents are added one by one; their texts are not kept. Within a language sentences, or clauses of long ones, are
/// compared that have two pairs of rare words, or a concept, in common; of those the ones count whose words agree for the most
/// part, weighed by rarity. Across Chinese and English passages are compared by the concepts, numbers, dates, document numbers
/// and Latin names that both have. Rarity is that among the documents added, so two documents by themselves are judged more
/// coarsely than the same two within a corpus. What stands in more than 40 places is a set phrase, not a parallel.
///
/// The work is in proportion to the text, but for passages that many documents share. Within a language the first 16,777,216
/// sentences are compared and no more. For one thread at a time.
public struct ParallelPassages {
  /// A mention of a concept in a document.
  public struct Concept: Sendable, Hashable {
    /// The concept's id.
    public let id: String
    /// Where it is mentioned: bytes of the document's text, the end excluded.
    public let range: Range<Int>

    /// Creates a mention.
    public init(id: String, range: Range<Int>) {
      self.id = id
      self.range = range
    }
  }

  /// How many documents were added.
  public private(set) var documentCount = 0
  private var texts = TextUnits()
  private var facts = FactIndex()
  /// The document and the place in it of each passage, and what else is compared.
  private var documents: [Int32] = []
  private var places: [Int32] = []
  private var spans: [Range<Int32>] = []
  private var passages: [TranslationMatching.Passage] = []
  private var conceptNumbers: [String: UInt32] = [:]
  private var concepts: [String] = []

  /// Creates a finder without documents.
  public init() {}

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - mentions: The concepts that its passages mention, passage by passage, by rising start; parts of longer labels
  ///     left out.
  /// - Returns: The document's number, from 0.
  @discardableResult
  public mutating func add(_ document: PolicyDocument, mentions: [[Concept]] = []) -> Int {
    let utf8 = document.text.utf8
    for (place, passage) in document.passages.enumerated() {
      let mentioned = mentions.indices.contains(place) ? mentions[place] : []
      let bytes = passage.span.bytes
      texts.add(
        utf8, bytes, passage: documents.count,
        concepts: mentioned.map { (number(of: $0.id), $0.range) })
      let isChinese = passage.language.isChinese
      var found = FactReader.facts(in: utf8, bytes, isChinese: isChinese)
      for concept in mentioned { found.insert(.concept(concept.id)) }
      facts.add(found)
      documents.append(Int32(truncatingIfNeeded: documentCount))
      places.append(Int32(truncatingIfNeeded: place))
      spans.append(
        Int32(truncatingIfNeeded: bytes.lowerBound)..<Int32(truncatingIfNeeded: bytes.upperBound))
      passages.append(
        TranslationMatching.Passage(
          document: documentCount, isChinese: isChinese, isEnglish: passage.language == .english,
          length: bytes.count))
    }
    documentCount += 1
    return documentCount - 1
  }

  private mutating func number(of concept: String) -> UInt32 {
    if let number = conceptNumbers[concept] { return number }
    let number = UInt32(truncatingIfNeeded: concepts.count)
    conceptNumbers[concept] = number
    concepts.append(concept)
    return number
  }

  /// The pairs of passages of two documents each, those that weigh the most first.
  ///
  /// Of the partners that a passage has in one other document the best is kept, unless it is itself the best of another one.
  ///
  /// - Parameter isWanted: Whether two documents are to be compared, by their numbers, the smaller first.
  /// - Returns: The pairs.
  public func pairs(among isWanted: (Int, Int) -> Bool = { _, _ in true }) -> [PassagePair] {
    let rarity = TermRarity(texts, conceptCount: concepts.count)
    let units = UnitMatching(texts, rarity, documents: documents)
    var pairs = monolingual(units.matches(isWanted), rarest: rarity.rarest)
    for match in TranslationMatching(facts, passages).matches(isWanted) {
      pairs.append(
        PassagePair(
          left: place(match.left), right: place(match.right), kind: .translation,
          likeness: min(1, Double(match.likeness)), weight: Double(match.weight),
          stretches: [
            .init(left: span(match.left), right: span(match.right))
          ], shared: named(match.shared)))
    }
    return pairs.sorted { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
  }

  private func place(_ passage: Int) -> PassagePlace {
    PassagePlace(document: Int(documents[passage]), passage: Int(places[passage]))
  }

  private func span(_ passage: Int) -> Range<Int> {
    Int(spans[passage].lowerBound)..<Int(spans[passage].upperBound)
  }

  private func named(_ shared: [UInt32]) -> [PassageFact] {
    shared.sorted { (facts.bits($1), $0) < (facts.bits($0), $1) }.map(facts.fact)
  }
}

extension ParallelPassages {
  /// The passages that hold matching units, with these as stretches.
  private func monolingual(
    _ matches: [UnitMatching.Match], rarest: Float
  ) -> [PassagePair] {
    var groups: [UInt64: [UnitMatching.Match]] = [:]
    for match in matches {
      let left = UInt64(UInt32(bitPattern: texts.units[match.left].passage))
      let right = UInt64(UInt32(bitPattern: texts.units[match.right].passage))
      groups[left << 32 | right, default: []].append(match)
    }
    let pairs = groups.compactMap { key, found in
      pair(Int(key >> 32), Int(key & 0xFFFF_FFFF), found, rarest: rarest)
    }
    return ParallelPassages.best(pairs)
  }

  /// Two passages with their matching units; `nil` when these are too little.
  private func pair(
    _ left: Int, _ right: Int, _ found: [UnitMatching.Match], rarest: Float
  ) -> PassagePair? {
    var taken: (left: Set<Int>, right: Set<Int>) = ([], [])
    var kept: [UnitMatching.Match] = []
    let order = found.sorted {
      ($1.likeness.shared, $0.left, $0.right) < ($0.likeness.shared, $1.left, $1.right)
    }
    for match in order where !taken.left.contains(match.left) && !taken.right.contains(match.right)
    {
      taken.left.insert(match.left)
      taken.right.insert(match.right)
      kept.append(match)
    }
    kept.sort { $0.left < $1.left }
    let shared = kept.reduce(Float(0)) { $0 + $1.likeness.shared }
    let lighter = kept.reduce(Float(0)) { $0 + $1.likeness.lighter }
    guard UnitLikeness.areParallel(shared: shared, lighter: lighter, rarest: rarest) else {
      return nil
    }
    let isSame =
      kept.allSatisfy(\.isSame) && isWhole(left, kept.map(\.left))
      && isWhole(right, kept.map(\.right))
    return PassagePair(
      left: place(left), right: place(right), kind: isSame ? .same : .reworded,
      likeness: lighter > 0 ? min(1, Double(shared / lighter)) : 0, weight: Double(shared),
      stretches: kept.map { match in
        let (one, other) = (texts.units[match.left], texts.units[match.right])
        return .init(
          left: Int(one.start)..<Int(one.end), right: Int(other.start)..<Int(other.end))
      }, shared: named(facts.shared(left, right)).filter { $0.concept != nil })
  }

  /// Whether units are all those of their passage.
  private func isWhole(_ passage: Int, _ units: [Int]) -> Bool {
    guard let first = units.min(), let last = units.max(), last - first + 1 == units.count else {
      return false
    }
    let isFirst = first == 0 || Int(texts.units[first - 1].passage) != passage
    let isLast =
      last + 1 == texts.units.count || Int(texts.units[last + 1].passage) != passage
    return isFirst && isLast
  }

  /// The pairs that are the best of one of their sides among those with the same other document.
  private static func best(_ pairs: [PassagePair]) -> [PassagePair] {
    struct Side: Hashable {
      let place: PassagePlace
      let document: Int
    }
    var bests: [Side: Double] = [:]
    for pair in pairs {
      for (place, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
        let side = Side(place: place, document: other.document)
        bests[side] = max(bests[side] ?? 0, pair.weight)
      }
    }
    return pairs.filter { pair in
      pair.weight >= bests[Side(place: pair.left, document: pair.right.document)] ?? 0
        || pair.weight >= bests[Side(place: pair.right, document: pair.left.document)] ?? 0
    }
  }
}
