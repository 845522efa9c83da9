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
