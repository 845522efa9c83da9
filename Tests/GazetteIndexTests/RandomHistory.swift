import GazetteTestSupport

@testable import GazetteIndex

/// One index under random additions, replacements, deletions, commits and reopenings, beside its oracle.
struct RandomHistory {
  /// How the engine's answer differs from the oracle's.
  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  var content: RandomContent
  private var oracle = NaiveIndex(schema: Sample.schema)
  let folder = TemporaryFolder()
  private let budget: Int
  private let policy: MergePolicy
  private let longest: Int

  init(seed: UInt64) {
    content = RandomContent(seed: seed)
    budget = [0, 30_000, 60_000, 64 << 20][content.generator.below(4)]
    policy = MergePolicy(
      segmentLimit: 1 + content.generator.below(6), floor: [0, 5, 30][content.generator.below(3)])
    longest = [3, 12, 40][content.generator.below(3)]
  }

  private func openWriter() throws -> IndexWriter {
    try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, memoryBudget: budget,
      policy: policy)
  }

  mutating func run(queries: Int) throws {
    var writer = try openWriter()
    for _ in 0..<(1 + content.generator.below(3)) {
      for _ in 0..<content.generator.below(25) { try change(writer) }
      if content.generator.once(in: 6) {
        oracle.rollBack()
        writer.close()
        writer = try openWriter()
      }
      let data = (0..<content.generator.below(4)).map { UInt8($0) }
      let generation = try writer.commit(userData: data)
      oracle.commit()
      if content.generator.once(in: 3) {
        writer.close()
        writer = try openWriter()
      }
      let index = try SearchIndex(at: folder.path)
      guard index.generation == generation, try index.userData() == data else {
        throw Difference(description: "commit \(index.generation) is not \(generation)")
      }
      try index.verify()
      try compare(index.searcher(), queries: queries)
    }
  }

  private mutating func change(_ writer: IndexWriter) throws {
    switch content.generator.below(10) {
    case 0, 1:
      let key = content.key()
      let deleted = try writer.delete(key: key)
      guard deleted == oracle.delete(key: key) else {
        throw Difference(description: "deleting \(key) gave \(deleted)")
      }
    case 2:
      let part = writer.makePart(memoryBudget: content.generator.once(in: 2) ? budget : 0)
      for _ in 0..<content.generator.below(5) {
        let group = nextGroup()
        try part.add(group)
      }
      try writer.append(part)
    default:
      try writer.add(nextGroup())
    }
  }

  private mutating func nextGroup() -> EntryGroup {
    let group = content.group(
      key: content.generator.once(in: 12) ? nil : content.key(), stored: oracle.nextStored,
      longest: longest)
    oracle.add(group)
    return group
  }

  /// How many queries have been asked of both.
  private(set) var askedCount = 0
  /// How often a query of each kind found something.
  var foundCounts: [String: Int] = [:]

  private mutating func compare(_ searcher: Searcher, queries: Int) throws {
    askedCount += queries
    let snapshot = try oracle.snapshot(of: searcher)
    // Lists are put together and threads are used however little there is.
    var dividedSearcher = searcher
    dividedSearcher.division = SearchDivision(
      shortLead: 0, leastPostings: 0, leastEntries: 64, threadCount: 1 + content.generator.below(3))
    for key in oracle.keys {
      guard let group = try searcher.group(key: key), try searcher.key(of: group) == key else {
        throw Difference(description: "there is no group \(key)")
      }
    }
    for _ in 0..<queries {
      let query = content.query()
      let expected = snapshot.search(query)
      let limit = content.generator.once(in: 2) ? 1000 : content.generator.below(6)
      let offset = content.generator.once(in: 3) ? content.generator.below(4) : 0
      let results = try searcher.search(query, limit: limit, offset: offset)
      let wanted = Array(expected.dropFirst(offset).prefix(limit))
      guard results.hits == wanted else {
        throw Difference(
          description: "\(query): hits \(results.hits.prefix(8)), not \(wanted.prefix(8))")
      }
      let divided = try dividedSearcher.search(query, limit: limit, offset: offset)
      guard divided == results, try dividedSearcher.count(query) == expected.count else {
        throw Difference(
          description: "\(query): divided \(divided.hits.prefix(8)), not \(wanted.prefix(8))")
      }
      let best = try searcher.best(query, limit: limit, offset: offset)
      guard best == wanted else {
        throw Difference(
          description: "\(query): best \(best.prefix(8)), not \(wanted.prefix(8))")
      }
      let count = try searcher.count(query)
      guard results.totalCount == expected.count, count == expected.count else {
        throw Difference(
          description: "\(query): \(results.totalCount), counted \(count), not \(expected.count)")
      }
      if !expected.isEmpty { foundCounts[Self.kind(query), default: 0] += 1 }
      try check(query, searcher, snapshot, expected)
      if case .term(let term) = query {
        guard try searcher.documentFrequency(of: term) == snapshot.documentFrequency(term) else {
          throw Difference(description: "\(query): another document frequency")
        }
      }
    }
  }
}
