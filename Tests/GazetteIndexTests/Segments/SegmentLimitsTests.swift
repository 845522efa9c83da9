import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// What a segment cannot hold begins another one, and only a group that no segment can hold is an error.
@Suite struct SegmentLimitsTests {
  /// A limit of the format, lowered so that a small index meets it.
  enum Limit: String, CaseIterable, CustomTestStringConvertible {
    case entries, keyBytes, postingBytes, runs
    /// Limits that segments meet only when they are merged.
    case dictionaryBytes, listBytes

    var testDescription: String { rawValue }

    var limits: SegmentLimits {
      var limits = SegmentLimits()
      switch self {
      case .entries: limits.entries = 50
      case .keyBytes: limits.keyBytes = 120
      case .postingBytes: limits.postingBytes = 40_000
      case .runs: limits.runs = 2
      case .dictionaryBytes:
        limits.postingBytes = 40_000
        limits.dictionaryBytes = 9000
      case .listBytes:
        limits.postingBytes = 40_000
        limits.listBytes = 1000
      }
      return limits
    }
  }

  private let folder = TemporaryFolder()

  private static let groups: [EntryGroup] = {
    var generator = SeededGenerator(seed: 31)
    return (0..<240).map { number in
      let entries = (0..<(1 + generator.below(3))).map { _ in
        let words = (0..<(5 + generator.below(30))).map { _ in
          generator.once(in: 3) ? "common" : "w\(generator.below(4000))"
        }
        return Sample.entry(
          words.joined(separator: " "), tags: ["t\(number % 7)"], year: Int64(number))
      }
      return EntryGroup(
        key: "k\(number % 200)", stored: Array("stored \(number)".utf8), entries: entries)
    }
  }()

  private static let queries: [Query] =
    [.everything, .range(Sample.year, 100...180), Sample.phrase("common", "common")]
    + ["common", "w17", "w1800", "none"].map { Sample.term($0) }
    + (0..<7).map { .term(Term(field: Sample.tag, "t\($0)")) }

  /// What an index answers, whatever its segments.
  private static func answers(_ path: String) throws -> [String] {
    let searcher = try SearchIndex(at: path).searcher()
    var answers: [String] = []
    for query in queries {
      let found = try searcher.search(query, limit: 1000).map { hit in
        let (group, ordinal) = try searcher.group(of: hit)
        return try "\(searcher.key(of: group))/\(ordinal)"
      }
      answers.append("\(try searcher.count(query)) \(found.sorted())")
    }
    for group in searcher.groups {
      answers.append(try "\(searcher.key(of: group)) \(searcher.stored(of: group))")
    }
    return answers.prefix(queries.count) + answers.dropFirst(queries.count).sorted()
  }

  private static let expected: Result<[String], any Error> = Result {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    for group in groups { try writer.add(group) }
    try writer.commit()
    writer.close()
    return try answers(folder.path)
  }

  /// A policy that would merge everything, but for the limit that merged segments need not keep.
  private static func policy(for limit: Limit) -> MergePolicy {
    limit == .postingBytes ? MergePolicy(segmentLimit: 1000, ratio: 0, floor: 0) : MergePolicy()
  }

  private func writer(
    _ limits: SegmentLimits, memoryBudget: Int = 64 << 20, policy: MergePolicy = MergePolicy(),
    mergesInBackground: Bool = false
  ) throws -> IndexWriter {
    try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, memoryBudget: memoryBudget,
      policy: policy, limits: limits, mergesInBackground: mergesInBackground)
  }

  @Test(
    "what is over a limit begins another segment, which no merge undoes",
    arguments: Limit.allCases, [false, true])
  func segments(limit: Limit, mergesInBackground: Bool) throws {
    // Runs begin when memory is short.
    let budget = limit == .runs ? 200_000 : 64 << 20
    let policy = Self.policy(for: limit)
    for half in 0..<2 {
      let writer = try writer(
        limit.limits, memoryBudget: budget, policy: policy, mergesInBackground: mergesInBackground)
      for group in Self.groups[(half * 120)..<(half * 120 + 120)] { try writer.add(group) }
      if mergesInBackground { try writer.finishMerges() }
      try writer.commit()
      writer.close()
    }
    let searcher = try SearchIndex(at: folder.path).searcher()
    if limit != .runs { #expect(searcher.segmentCount > 2, "\(searcher.segmentCount)") }
    if limit == .entries {
      #expect(searcher.segments.allSatisfy { $0.segment.entryCount <= 50 })
    }
    #expect(try IndexExamination(of: folder.path).damages.isEmpty)
    #expect(try Self.answers(folder.path) == Self.expected.get())
  }

  @Test(
    "parts that together are over a limit become several segments",
    arguments: [Limit.entries, .keyBytes, .postingBytes], [false, true])
  func parts(limit: Limit, makesSegments: Bool) throws {
    let writer = try writer(limit.limits, policy: Self.policy(for: limit))
    for start in stride(from: 0, to: 240, by: 20) {
      let part = writer.makePart(makesSegments: makesSegments)
      for group in Self.groups[start..<(start + 20)] { try part.add(group) }
      try writer.append(part)
    }
    try writer.commit()
    writer.close()
    #expect(try SearchIndex(at: folder.path).searcher().segmentCount > 2)
    #expect(try IndexExamination(of: folder.path).damages.isEmpty)
    #expect(try Self.answers(folder.path) == Self.expected.get())
  }

  @Test("a group that is over a limit by itself is an error, and the others are indexed")
  func groups() throws {
    var limits = SegmentLimits()
    limits.entries = 3
    limits.keyBytes = 4
    limits.entryBytes = 30
    let writer = try writer(limits)
    let small = Sample.group("a", "roads", "bridges", "rivers")
    let large = Sample.group("b", "roads", "bridges", "rivers", "roads")
    let long = Sample.group("c", "roads and bridges and rivers and roads")
    let named = Sample.group("abcde", "roads")
    try writer.add(small)
    #expect(throws: IndexError.tooLarge(what: "the entries of one group", limit: 3)) {
      try writer.add(large)
    }
    #expect(throws: IndexError.tooLarge(what: "the texts of one entry, in bytes,", limit: 30)) {
      try writer.add(long)
    }
    #expect(throws: IndexError.tooLarge(what: "the key of a group, in bytes,", limit: 4)) {
      try writer.add(named)
    }
    try writer.add(Sample.group("d", "roads"))
    try writer.commit()
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(searcher.groupCount == 2 && searcher.entryCount == 4)
    #expect(try searcher.count(Sample.term("roads")) == 2)
  }

  @Test("an entry that outgrows the offsets in memory is an error and leaves nothing half indexed")
  func offsets() throws {
    var limits = SegmentLimits()
    limits.offsetBytes = 64 << 10
    limits.tableBytes = 32 << 10
    let writer = try writer(limits)
    let words = (0..<4000).map { "word\($0)" }.joined(separator: " ")
    try writer.add(Sample.group("a", "roads"))
    for key in ["b", "c"] {
      #expect(
        throws: IndexError.tooLarge(what: "the entries in memory, in bytes,", limit: 64 << 10)
      ) {
        try writer.add(Sample.group(key, words))
      }
      try writer.add(Sample.group("d" + key, "roads and bridges"))
    }
    try writer.commit()
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(searcher.groupCount == 3)
    #expect(try searcher.count(Sample.term("word7")) == 0)
    #expect(try searcher.count(Sample.term("roads")) == 3)
    #expect(try searcher.count(Sample.term("bridges")) == 2)
    #expect(try IndexExamination(of: folder.path).damages.isEmpty)
  }

  @Test("the limits are those of the format")
  func format() {
    let limits = SegmentLimits()
    #expect(limits.entries == Int(Int32.max))
    #expect(limits.keyBytes == Int(Int32.max))
    #expect(limits.dictionaryBytes == Int(UInt32.max) && limits.listBytes == Int(UInt32.max))
    #expect(limits.offsetBytes == Int(UInt32.max))
    #expect(
      limits.postingBytes < limits.listBytes && limits.tableBytes <= limits.offsetBytes / 2 + 1)
  }
}
