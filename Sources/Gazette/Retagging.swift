import GazetteDocument
import GazetteIndex
import GazetteSearch

/// Tags documents anew from the records of an index, in parallel; their files are not opened.
struct Retagging {
  private let search: PolicySearch
  private let tagging: Tagging
  private let threadCount: Int

  /// How many documents are tagged as one piece of work.
  private static let unitSize = 32

  /// Opens the last commit of an index.
  init(of path: String, tagging: Tagging, threadCount: Int) throws(IndexError) {
    search = try PolicySearch(at: path)
    self.tagging = tagging
    self.threadCount = threadCount
  }

  /// Replaces each of some documents by itself with other tags; returns how many there are in the index.
  func run(
    _ documents: [PolicyDocument.ID], into writer: IndexWriter,
    isInterrupted: @Sendable () -> Bool
  ) throws -> Int {
    let matcher = try tagging.matcher()
    let (search, size) = (search, Self.unitSize)
    let found = try documents.compactMap { try search.searcher.group(key: $0.name) }
    let units = stride(from: 0, to: found.count, by: size).map {
      found[$0..<min(found.count, $0 + size)]
    }
    try PartSequence(count: units.count, threadCount: threadCount).run(into: writer) { unit, part in
      for group in units[unit] {
        if isInterrupted() { throw CorpusError.interrupted }
        let document = try search.searcher.record(of: group).document()
        try part.add(EntryGroup(document, taggedBy: matcher))
      }
    }
    return found.count
  }
}
