import GazetteIndex
import Glibc

/// Indexes a corpus, a passage a group of its own, and prints how long that took.
struct IndexingRun {
  let corpus: String
  let folder: String
  let threads: Int
  let limit: Int
  let hasStems: Bool

  private var schema: Schema {
    var fields = [Field(name: "text", kind: .text)]
    if hasStems { fields.append(Field(name: "text.stems", kind: .stems)) }
    return Schema(fields: fields, columns: [])
  }

  private static func group(_ index: Int, _ corpus: Corpus) -> EntryGroup {
    EntryGroup(
      key: "\(index)", stored: [],
      entries: [IndexEntry(texts: [.init(field: field, utf8: corpus.text(index))])])
  }

  func run() async throws {
    let corpus = Corpus(path: self.corpus, limit: limit)
    let start = ContinuousClock.now
    let writer = try IndexWriter(at: folder, schema: schema, startingOver: true)
    if threads < 2 {
      for index in corpus.texts.indices { try writer.add(Self.group(index, corpus)) }
    } else {
      for part in try await parts(of: corpus) { try writer.append(part) }
    }
    let filled = ContinuousClock.now
    try writer.commit()
    let end = ContinuousClock.now
    let megabytes = Double(corpus.textBytes) / 1e6
    let seconds = (end - start).seconds
    print(
      "{\"docs\":\(corpus.texts.count),\"seconds\":\(seconds),"
        + "\"merge_seconds\":\((end - filled).seconds),"
        + "\"megabytes_per_second\":\(megabytes / seconds),\"cpu_seconds\":\(Self.cpuSeconds)}")
  }

  private func parts(of corpus: Corpus) async throws -> [IndexPart] {
    let schema = schema
    let share = (corpus.texts.count + threads - 1) / threads
    return try await withThrowingTaskGroup(of: (Int, IndexPart).self) { group in
      for thread in 0..<threads {
        group.addTask {
          let part = IndexPart(schema: schema)
          let end = min((thread + 1) * share, corpus.texts.count)
          for index in (thread * share)..<max(thread * share, end) {
            try part.add(Self.group(index, corpus))
          }
          try part.seal()
          return (thread, part)
        }
      }
      var parts: [(Int, IndexPart)] = []
      for try await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static var cpuSeconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
