import GazetteTestSupport
import Synchronization
import Testing

@testable import GazetteIndex

/// A writer with merges in the background, parts filled by further tasks, and readers, all at once.
///
/// Every commit carries what must be found in it, so that each reader can hold its snapshot against that at any time.
@Suite struct ReadersAndWriterTests {
  /// What a commit holds, as its user data.
  private struct Expected: Sendable {
    var round = 0
    var groups = 0
    var entries = 0

    var bytes: [UInt8] {
      var writer = ByteWriter()
      for number in [round, groups, entries] { writer.varint(number) }
      return writer.bytes
    }

    init() {}

    init?(_ bytes: [UInt8]) {
      let numbers: [Int]? = ByteReader.reading(bytes) { reader in
        let numbers = (0..<3).map { _ in Int(reader.varint()) }
        return reader.hasFailed ? nil : numbers
      }
      guard let numbers else { return nil }
      (round, groups, entries) = (numbers[0], numbers[1], numbers[2])
    }
  }

  /// A commit that several readers look at.
  private struct Snapshot: Sendable {
    let searcher: Searcher
    let expected: Expected
  }

  /// What the readers and the writer share beside the folder.
  private final class Shared: Sendable {
    let snapshots = Mutex<[Snapshot]>([])
    let isOver = Atomic(false)
  }

  private struct Disagreement: Error {
    let what: String
  }

  private let folder = TemporaryFolder()

  private static func group(
    _ key: String, round: Int, count: Int, _ generator: inout SeededGenerator
  ) -> EntryGroup {
    let entries = (0..<count).map { number in
      let words = (0..<generator.below(60)).map { _ in "w\(generator.below(400))" }
      return Sample.entry(
        "safe roads \(key) " + words.joined(separator: " "), title: "round \(round)", tags: [key],
        year: Int64(round), rank: Int64(number))
    }
    return EntryGroup(
      key: key, stored: Array(repeating: UInt8(count), count: 300), entries: entries)
  }

  /// Adds, replaces and deletes until the time is over; how many commits that made.
  @concurrent private static func write(
    to path: String, seed: UInt64
  ) async throws -> Int {
    let end = ContinuousClock.now + TestScale.workingTime
    var generator = SeededGenerator(seed: seed)
    var live: [String: Int] = [:]
    var expected = Expected()
    repeat {
      // Writers come and go; a small budget makes them spill, a low limit makes them merge.
      let writer = try IndexWriter(
        folder: IndexFolder(path: path), schema: Sample.schema, memoryBudget: 256 << 10,
        policy: MergePolicy(segmentLimit: 4, floor: 20), mergesInBackground: true)
      for _ in 0..<(5 + generator.below(30)) {
        let keys = (0..<(1 + generator.below(12))).map { _ in "k\(generator.below(80))" }
        for key in keys where generator.once(in: 3) {
          try writer.delete(key: key)
          live[key] = nil
        }
        for key in keys.prefix(6) {
          live[key] = 1 + generator.below(8)
          try writer.add(
            group(key, round: expected.round + 1, count: live[key] ?? 0, &generator))
        }
        if generator.once(in: 3) {
          for (key, count) in try await append(to: writer, expected.round + 1, &generator) {
            live[key] = count
          }
        }
        expected.round += 1
        expected.groups = live.count
        expected.entries = live.values.reduce(0, +)
        if generator.once(in: 10) { try writer.finishMerges() }
        try writer.commit(userData: expected.bytes)
        await Task.yield()
      }
      writer.close()
    } while ContinuousClock.now < end
    return expected.round
  }

  /// Lets two tasks fill a part each and appends both.
  private static func append(
    to writer: IndexWriter, _ round: Int, _ generator: inout SeededGenerator
  ) async throws -> [(String, Int)] {
    let parts = [writer.makePart(), writer.makePart(makesSegments: true)]
    let seeds = parts.map { _ in generator.next() }
    let filled = try await withThrowingTaskGroup(of: (Int, [(String, Int)]).self) { tasks in
      for (number, part) in parts.enumerated() {
        tasks.addTask {
          var generator = SeededGenerator(seed: seeds[number])
          var added: [(String, Int)] = []
          for place in 0..<10 {
            let key = "p\(number)-\(place)"
            let count = 1 + generator.below(5)
            try part.add(Self.group(key, round: round, count: count, &generator))
            added.append((key, count))
          }
          try part.seal()
          return (number, added)
        }
      }
      return try await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for part in parts { try writer.append(part) }
    return filled.values.flatMap { $0 }
  }

  /// Opens commits and holds them, and those that other readers have opened, against what they must hold.
  @concurrent private static func read(
    at path: String, sharing shared: Shared, seed: UInt64
  ) async throws -> Int {
    var generator = SeededGenerator(seed: seed)
    var checked = 0
    var lastRound = 0
    var isLast = false
    repeat {
      // A reader that gets to run only when all is over still looks at the last commit.
      isLast = shared.isOver.load(ordering: .relaxed)
      let index = try SearchIndex(at: path)
      let expected = Expected(try index.userData()) ?? Expected()
      guard expected.round >= lastRound else { throw Disagreement(what: "an older commit") }
      lastRound = expected.round
      if generator.once(in: 20) { try index.verify() }
      let opened = Snapshot(searcher: index.searcher(), expected: expected)
      let place = generator.below(6)
      let known = shared.snapshots.withLock { snapshots in
        if snapshots.count < 6 { snapshots.append(opened) } else { snapshots[place] = opened }
        return snapshots
      }
      for snapshot in known where snapshot.expected.round > 0 {
        try check(snapshot, &generator)
        checked += 1
      }
      await Task.yield()
    } while !isLast
    return checked
  }

  private static func check(_ snapshot: Snapshot, _ generator: inout SeededGenerator) throws {
    let (searcher, expected) = (snapshot.searcher, snapshot.expected)
    let phrase = Sample.phrase("safe", "roads")
    let word = Sample.term("w\(generator.below(400))")
    let all = Query.all([Sample.term("roads"), word])
    let found = try searcher.search(all, limit: 10)
    guard searcher.groupCount == expected.groups, searcher.entryCount == expected.entries,
      try searcher.count(Sample.term("roads")) == expected.entries,
      try searcher.count(phrase) == expected.entries,
      try searcher.count(word) == found.totalCount,
      try searcher.best(all, limit: 10) == Array(found)
    else { throw Disagreement(what: "round \(expected.round) is not whole") }
    for hit in found {
      let group = try searcher.group(of: hit).group
      let count = try searcher.entries(of: group).count
      guard try searcher.stored(of: group) == Array(repeating: UInt8(count), count: 300) else {
        throw Disagreement(what: "round \(expected.round) stored something else")
      }
    }
  }

  @Test("readers, a writer, its parts and its merges work at once, and every commit is whole")
  func together() async throws {
    let path = folder.path
    try IndexWriter(at: path, schema: Sample.schema).commit(userData: Expected().bytes)
    let shared = Shared()
    let seed = UInt64.random(in: 0...9999)
    await withThrowingTaskGroup(of: Int.self) { tasks in
      for reader in 1...3 {
        tasks.addTask {
          try await Self.read(at: path, sharing: shared, seed: seed + UInt64(reader))
        }
      }
      tasks.addTask {
        defer { shared.isOver.store(true, ordering: .relaxed) }
        return try await Self.write(to: path, seed: seed)
      }
      do {
        try await tasks.waitForAll()
      } catch {
        shared.isOver.store(true, ordering: .relaxed)
        Issue.record("seed \(seed): \(error)")
      }
    }
    try SearchIndex(at: path).verify()
  }
}
