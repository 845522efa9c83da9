import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Every sentence of every document, put in quotes, finds itself.
@Suite struct SelfFindTests {
  /// The quote forms that people type and paste.
  static let quotes = [
    ("\"", "\""), ("\u{201C}", "\u{201D}"), ("「", "」"), ("『", "』"), ("《", "》"),
    ("\u{FF02}", "\u{FF02}"), ("«", "»"),
    // A phone that closes where it should open, or opens twice.
    ("\u{201D}", "\u{201D}"), ("\u{201C}", "\u{201C}"),
  ]

  @Test("in the project's corpus, in each quote form")
  func ownCorpus() throws {
    let folder = try ScratchFolder()
    try check(corpus: [ProjectFolder.corpus], folder: folder, allQuotes: true)
  }

  @Test(
    "in real texts of every form, one quote form a sentence in turn; each form when there is time",
    .enabled(if: ProjectFolder.sharedCorpora != nil))
  func sharedCorpora() throws {
    let shared = try #require(ProjectFolder.sharedCorpora)
    let folder = try ScratchFolder()
    try check(corpus: [shared], folder: folder, allQuotes: TestScale.factor > 1)
  }

  private func check(corpus: [String], folder: ScratchFolder, allQuotes: Bool) throws {
    let report = try CorpusIndexing(of: Corpus(at: corpus), at: folder.path + "/index").run()
    #expect(report.failures.isEmpty, "\(report.failures)")
    let search = try PolicySearch(at: folder.path + "/index")
    var asked = 0
    var missed: [String] = []
    for summary in try search.documents() {
      let document = try search.document(named: summary.id.name)
      for (index, passage) in document.passages.enumerated() {
        for row in passage.sentences {
          let words = document.text.string(in: document.sentences[row].span)
          guard
            words.unicodeScalars.contains(where: {
              $0.properties.isAlphabetic || $0.properties.numericType != nil
            })
          else { continue }
          let forms = allQuotes ? Self.quotes : [Self.quotes[asked % Self.quotes.count]]
          asked += 1
          // As it stands in the source, and as it is read where that is not the same.
          let span = document.sentences[row].span
          let reading = ReadingText(
            words.utf8, source: span,
            repairs: document.repairs.filter { $0.span.start >= span.start })
          // What is nothing but damage is read as nothing.
          let isRead = reading.isMended && reading.string.contains { $0.isLetter || $0.isNumber }
          for words in isRead ? [words, reading.string] : [words] {
            for (open, close) in forms where !finds(search, open + words + close, document, index) {
              missed.append(
                "\(document.id)#\(document.path(ofPassage: index)): \(open)\(words)\(close)")
            }
          }
        }
      }
    }
    print("\(asked) sentences asked for, \(missed.count) not found")
    #expect(asked > 500)
    #expect(missed.isEmpty, "\(missed.count) of \(asked) not found, such as \(missed.prefix(5))")
  }

  /// Whether a quoted sentence finds its passage; among identical sentences it is in the first group.
  private func finds(
    _ search: PolicySearch, _ query: String, _ document: PolicyDocument, _ passage: Int
  ) -> Bool {
    func isWanted(_ hit: PolicyHit) -> Bool {
      hit.passage.document.id == document.id && hit.passage.index == passage
    }
    guard let best = try? search.search(query, limit: 1), !best.isPartial,
      best.query.problem == nil
    else { return false }
    if best.hits.contains(where: isWanted) { return true }
    guard let results = try? search.search(query, limit: 200) else { return false }
    guard
      let place = results.hits.firstIndex(where: isWanted)
    else { return results.totalCount > 200 }
    // Whatever stands in front of it holds the same words.
    return results.hits[..<place].allSatisfy { !$0.matches.isEmpty }
  }
}
