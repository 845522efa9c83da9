import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// What the index gives back is what stands in the file.
@Suite struct SliceTests {
  @Test(
    "for every passage and sentence the slice of the source text equals its text, in bytes and in scalars"
  )
  func slices() throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    for summary in try search.documents() {
      let document = try search.document(named: summary.id.name)
      let scalars = Array(String(decoding: document.text.utf8, as: UTF8.self).unicodeScalars)
      let record = try search.searcher.passages(of: summary.id)
      #expect(record.count == document.passages.count)
      for passage in record {
        #expect(Array(passage.text.utf8) == Array(document.text.utf8[passage.passage.span.bytes]))
        #expect(
          passage.text.unicodeScalars.elementsEqual(scalars[passage.passage.span.scalars]))
        for sentence in passage.sentences {
          #expect(
            Array(sentence.text.utf8) == Array(document.text.utf8[sentence.sentence.span.bytes]))
          #expect(
            sentence.text.unicodeScalars.elementsEqual(scalars[sentence.sentence.span.scalars]))
        }
      }
    }
  }

  @Test("the source text of plain text and Markdown is the decoded file")
  func sourceIsFile() throws {
    let corpus = try Corpus(at: ProjectFolder.corpus)
    var compared = 0
    let plain = corpus.sources.filter { source in
      [".txt", ".md"].contains { source.file.path.hasSuffix($0) }
    }
    for source in plain {
      let document = try corpus.document(source)
      guard document.encoding == "UTF-8" else { continue }
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: source.file.path)))
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      #expect(document.text.utf8 == bytes, "\(source.id)")
      compared += 1
    }
    #expect(compared > 5)
  }

  @Test("a machine id finds its passage again, in every copy of the document")
  func machineIDs() throws {
    let folder = try ScratchFolder()
    try folder.write("One thing.\n\nAnother thing.\n", to: "c/a.txt")
    try folder.write("One thing.\n\nAnother thing.\n", to: "c/b.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/c"), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    let hit = try #require(try search.search("another").hits.first)
    let found = try search.passages(with: hit.passage.id)
    #expect(found.map(\.document.id.name) == ["a", "b"])
    #expect(found.allSatisfy { $0.text == hit.passage.text && $0.id == hit.passage.id })
  }
}
