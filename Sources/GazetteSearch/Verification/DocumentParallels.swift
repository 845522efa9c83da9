import GazetteConcepts
import GazetteDocument
import GazetteIndex
import GazetteQuotations

/// Which passages of two documents say the same, in other words or in another language; found once for two documents.
struct DocumentParallels {
  private struct Pair: Hashable {
    let left: PolicyDocument.ID
    let right: PolicyDocument.ID
  }

  private let search: PolicySearch
  private var known: [Pair: [(left: Int, right: Int)]] = [:]
  private var translations: [Pair: Bool] = [:]

  /// From so many pairs of passages on two documents in two languages are one text.
  private static let leastPairs = 3

  init(_ search: PolicySearch) { self.search = search }

  /// The passage of one document that says what a passage of another says; `nil` when none does.
  mutating func partner(
    of passage: Int, in document: PolicyDocument.ID, within other: PolicyDocument.ID
  ) throws -> Int? {
    guard document != other else { return nil }
    let pair = Pair(left: document, right: other)
    let pairs = try known[pair] ?? found(pair)
    known[pair] = pairs
    return pairs.first { $0.left == passage }?.right
  }

  /// Whether two documents are one text in two languages: many passages of theirs say the same, or nearly all of a short one.
  mutating func areTranslations(
    _ document: PolicyDocument.ID, _ other: PolicyDocument.ID
  ) throws -> Bool {
    let pair = Pair(left: document, right: other)
    if let known = translations[pair] { return known }
    let summaries = try [document, other].map { try search.record(named: $0.name).summary() }
    var isOne = false
    if summaries[0].language.isChinese != summaries[1].language.isChinese {
      let pairs = try known[pair] ?? found(pair)
      known[pair] = pairs
      let shorter = summaries.map(\.passageCount).min() ?? 0
      isOne =
        pairs.count >= Self.leastPairs || pairs.count * 2 >= max(shorter, 1)
        || Self.stem(document) == Self.stem(other)
    }
    translations[pair] = isOne
    return isOne
  }

  /// A document's name without the language at its end: a text and its translation are kept side by side as `x.zh` and `x.en`.
  private static func stem(_ document: PolicyDocument.ID) -> Substring {
    let name = document.name
    guard let mark = name.lastIndex(where: { $0 == "." || $0 == "-" || $0 == "_" }) else {
      return name[...]
    }
    let languages = ["zh", "en", "cn", "zh-hans", "zh-hant", "chs", "cht", "eng"]
    return languages.contains(name[name.index(after: mark)...].lowercased())
      ? name[..<mark] : name[...]
  }

  private func found(_ pair: Pair) throws -> [(left: Int, right: Int)] {
    let thesaurus = try search.thesaurus()?.thesaurus()
    var finder = ParallelPassages()
    for name in [pair.left, pair.right] {
      let record = try search.record(named: name.name)
      var mentions: [[ParallelPassages.Concept]] = []
      for index in 0..<record.passageCount {
        let tags = thesaurus == nil ? [] : try record.tags(in: try record.passageBytes(at: index))
        mentions.append(
          tags.filter { !$0.isPart }.compactMap { tag in
            guard let thesaurus, thesaurus.concepts.indices.contains(tag.concept) else {
              return nil
            }
            return ParallelPassages.Concept(
              id: thesaurus.concepts[tag.concept].id, range: tag.range)
          })
      }
      finder.add(try record.document(), mentions: mentions)
    }
    return finder.pairs().map { ($0.left.passage, $0.right.passage) }
  }
}
