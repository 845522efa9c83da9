import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// The example of the README, compiled and run word for word.
@Suite(.serialized) struct ReadmeExampleTests {
  @Test("the example indexes a corpus and prints cited passages")
  func example() throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: ProjectFolder.corpus, toPath: folder.path + "/corpus")
    let before = FileManager.default.currentDirectoryPath
    // The only test that changes the working directory; every other one uses absolute paths.
    #expect(FileManager.default.changeCurrentDirectoryPath(folder.path))
    defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
    var printed: [String] = []
    func print(_ values: Any...) {
      printed.append(values.map { "\($0)" }.joined(separator: " "))
    }
    // README begins
    // Index: read what changed in the corpus, publish it with one commit.
    let report = try CorpusIndexing(of: Corpus(at: "corpus"), at: "index").run()
    print("\(report.documents) documents, \(report.passages) passages")

    // Search: a searcher is a snapshot of one commit; share it between tasks.
    let searcher = try SearchIndex(at: "index").searcher()
    let query = try Query(#""safe housing" guarantee date:2018.. -kind:speech"#)
    let results = try searcher.search(query, limit: 3)

    for hit in results {
      let passage = try searcher.passage(hit)
      print(hit.score, passage.citation.full)
      print(passage.snippet(matching: query))
    }
    print("\(results.count) of \(results.totalCount) passages")
    // README ends
    #expect(printed.count == 2 + 2 * results.count)
    #expect(results.count == 3)
    #expect(report.failures.isEmpty)
  }
}
