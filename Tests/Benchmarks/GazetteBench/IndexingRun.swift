import GazetteAnalysis
import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Indexes a corpus, a passage an entry, and prints how long that took.
struct IndexingRun {
  let corpus: String
  let folder: String
  let threads: Int
  let limit: Int
  /// Whether to index as the product does: the standard analyzer, with stems.
  let isStandard: Bool

  private var schema: Schema {
    var fields = [Field(name: "text", kind: .text)]
    if isStandard { fields.append(Field(name: "text.stems", kind: .stems)) }
    return Schema(fields: fields, columns: [])
  }

  /// The bytes of memory of a worker: all of them together take the usual 64 MiB.
  private var budget: Int { (64 << 20) / max(1, threads) }

  private var analyzer: Analyzer { isStandard ? .standard : .plain }

  func run() async throws {
    let start = ContinuousClock.now
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder), schema: schema, analyzer: analyzer, startingOver: true,
      memoryBudget: budget, policy: MergePolicy(ratio: 0, floor: 0))
    let size = CorpusReader.size(of: corpus)
    var count = 0
    if threads < 2 || limit > 0 {
      count = try read(0..<size) { try writer.add($0) }
    } else {
      let parts = (0..<threads).map { _ in
        writer.makePart(memoryBudget: budget, makesSegments: true)
      }
      for (part, added) in try await fill(parts, size) {
        try writer.append(part)
        count += added
      }
    }
    let filled = ContinuousClock.now
    try writer.commit()
    writer.close()
    let end = ContinuousClock.now
    print(
      "{\"docs\":\(count),\"seconds\":\((end - start).seconds),"
        + "\"merge_seconds\":\((end - filled).seconds),\"cpu_seconds\":\(Self.cpuSeconds)}")
  }

  /// Hands the lines of a range of the corpus on; how many there were.
  private func read(_ range: Range<Int>, _ add: (EntryGroup) throws -> Void) throws -> Int {
    guard
      var reader = CorpusReader(path: corpus, range: range, limit: limit > 0 ? limit : .max)
    else {
      print("there is no \(corpus)")
      exit(1)
    }
    defer { reader.close() }
    var count = 0
    while let batch = reader.next() {
      for text in batch.texts {
        let entry = IndexEntry(texts: [.init(field: field, utf8: batch.bytes[text])])
        try add(EntryGroup(key: nil, stored: [], entries: [entry]))
      }
      count += batch.texts.count
    }
    return count
  }

  /// Equal shares of the corpus in order, each indexed by a task of its own.
  private func fill(_ parts: [IndexPart], _ size: Int) async throws -> [(IndexPart, Int)] {
    try await withThrowingTaskGroup(of: (Int, IndexPart, Int).self) { group in
      for (thread, part) in parts.enumerated() {
        group.addTask {
          let range = (size * thread / threads)..<(size * (thread + 1) / threads)
          let count = try read(range) { try part.add($0) }
          try part.seal()
          return (thread, part, count)
        }
      }
      var filled: [(Int, IndexPart, Int)] = []
      for try await part in group { filled.append(part) }
      return filled.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
    }
  }

  private static var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
