import Foundation
import Gazette
import GazetteTestSupport
import Synchronization
import Testing

@Suite struct CorpusIndexingTests {
  private func run(_ folder: ScratchFolder, threads: Int = 2) throws -> IndexingReport {
    var indexing = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
    indexing.threadCount = threads
    return try indexing.run()
  }

  private func hits(_ query: String, in folder: ScratchFolder) throws -> [String] {
    try PolicySearch(at: folder.path + "/index").search(query, limit: 100).hits
      .map { $0.passage.document.id.name }
  }

  @Test("the accounts add up over adding, changing, removing, skipping and failing")
  func accounts() throws {
    let folder = try ScratchFolder()
    try folder.write("Alpha stands here.", to: "corpus/a.txt")
    try folder.write("Beta stands here.", to: "corpus/b.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "corpus/p.txt")
    var report = try run(folder)
    #expect(report.scanned == 3 && report.new == 2 && report.skips.count == 1)
    #expect(report.documents == 2)
    let first = report.revision
    report = try run(folder)
    #expect(report.unchanged == 2 && report.new == 0 && report.changed == 0)
    #expect(report.revision == first, "a run without a change commits nothing")
    try folder.write("Gamma stands here.", to: "corpus/a.txt")
    try folder.remove("corpus/b.txt")
    try folder.write("Delta stands here.", to: "corpus/d.txt")
    report = try run(folder)
    #expect(report.changed == 1 && report.removed == 1 && report.new == 1)
    #expect(report.scanned == 3)
    #expect(try hits("alpha", in: folder).isEmpty && hits("beta", in: folder).isEmpty)
    #expect(try hits("gamma", in: folder) == ["a"] && hits("delta", in: folder) == ["d"])
    #expect(report.revision.hasPrefix("r2-"))
  }

  @Test("a file that fails now keeps its last good state, flagged stale, and the run is incomplete")
  func stale() throws {
    let folder = try ScratchFolder()
    try folder.write("<html><body><p>Alpha stands here.</p></body></html>", to: "corpus/a.html")
    try folder.write("Beta stands here.", to: "corpus/b.txt")
    _ = try run(folder)
    let attributes = (0..<300).map { " a\($0)=1" }.joined()
    try folder.write("<html><body><p\(attributes)>Gamma.</p></body></html>", to: "corpus/a.html")
    var report = try run(folder)
    #expect(report.failures.count == 1 && report.unchanged == 1 && !report.isComplete)
    #expect(report.failures.first?.isStale == true)
    #expect(try hits("alpha", in: folder) == ["a"])
    report = try run(folder)
    #expect(report.failures.count == 1, "it is tried again each time")
    try folder.write("<html><body><p>Gamma stands here.</p></body></html>", to: "corpus/a.html")
    report = try run(folder)
    #expect(report.changed == 1 && report.isComplete)
    #expect(try hits("gamma", in: folder) == ["a"])
  }

  @Test("documents change their names when another file takes the same stem")
  func clash() throws {
    let folder = try ScratchFolder()
    try folder.write("Alpha stands here.", to: "corpus/a.txt")
    _ = try run(folder)
    try folder.write("Beta stands here.", to: "corpus/a.md")
    _ = try run(folder)
    #expect(try hits("alpha", in: folder) == ["a.txt"])
    #expect(try hits("beta", in: folder) == ["a.md"])
  }

  @Test("an interrupted run leaves the index as it was")
  func interruption() throws {
    let folder = try ScratchFolder()
    try folder.write("Alpha stands here.", to: "corpus/a.txt")
    let before = try run(folder)
    for index in 0..<50 {
      try folder.write("Beta \(index) stands here.", to: "corpus/\(index).txt")
    }
    var indexing = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
    let files = Mutex(0)
    indexing.isInterrupted = {
      files.withLock {
        $0 += 1
        return $0 > 20
      }
    }
    #expect(throws: CorpusError.interrupted) { try indexing.run() }
    #expect(try PolicySearch(at: folder.path + "/index").revision == before.revision)
    #expect(try hits("alpha", in: folder) == ["a"] && hits("beta", in: folder).isEmpty)
    #expect(try run(folder).new == 50)
  }

  @Test("the index does not depend on the number of threads", .tags(.property))
  func threads() throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: ProjectFolder.corpus, toPath: folder.path + "/corpus")
    let one = try run(folder, threads: 1)
    let answer = try PolicySearch(at: folder.path + "/index").search("three guarantees", limit: 50)
    try folder.remove("index")
    let four = try run(folder, threads: 4)
    let again = try PolicySearch(at: folder.path + "/index").search("three guarantees", limit: 50)
    #expect(one.revision == four.revision && answer.totalCount > 3)
    #expect(answer.hits == again.hits)
  }

  @Test("a rebuilt index answers as one that grew step by step: same matches, same counts")
  func incremental() throws {
    let folder = try ScratchFolder()
    let files = ProjectFolder.files(below: ProjectFolder.corpus, endings: ["txt", "md", "html"])
    for (index, file) in files.enumerated() {
      let name = String(file.dropFirst(ProjectFolder.corpus.count + 1))
      try folder.write([UInt8](Data(contentsOf: URL(fileURLWithPath: file))), to: "corpus/" + name)
      if index % 5 == 4 { _ = try run(folder) }
    }
    _ = try run(folder)
    let grown = try PolicySearch(at: folder.path + "/index")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/fresh")
      .run()
    let fresh = try PolicySearch(at: folder.path + "/fresh")
    for query in ["三保障", "three guarantees", "“住房安全”", "water -housing", "date:2024", "饮水"] {
      let one = try grown.search(query, limit: 1000)
      let other = try fresh.search(query, limit: 1000)
      #expect(one.totalCount == other.totalCount, "\(query)")
      #expect(Set(one.hits.map(\.passage.id)) == Set(other.hits.map(\.passage.id)), "\(query)")
    }
  }
}
