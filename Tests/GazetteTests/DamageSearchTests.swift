import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Damaged passages are found by what they mean and by what they say; all texts are made up.
@Suite struct DamageSearchTests {
  private static let chinese = """
    关于加强村镇供水的通知

    推进基本公***服务均等化，选派第壹书记驻村。
    各县要加强领导，。落实责任。
    """
  private static let english = """
    Water for all villages

    The policy became realu2014u2014and all agreed on the wells. They keep public **** services going.
    They broke rocks for years to bring the water We have built a new road here for everyone.
    Strengthen the thinking strong>, and by then the villages are to realize poverty.
    """

  private func search() throws -> (PolicySearch, ScratchFolder) {
    let folder = try ScratchFolder()
    try folder.write(Array(DamageSearchTests.chinese.utf8), to: "c/zh.txt")
    try folder.write(Array(DamageSearchTests.english.utf8), to: "c/en.txt")
    let report = try CorpusIndexing(of: Corpus(at: [folder.path + "/c"]), at: folder.path + "/i")
      .run()
    #expect(report.failures.isEmpty)
    return (try PolicySearch(at: folder.path + "/i"), folder)
  }

  @Test(
    "a phrase finds a mended passage as it is read and as it stands, and lights the source",
    arguments: [
      ("“公共服务均等化”", "公***服务均等化"), ("“公***服务均等化”", "公***服务均等化"),
      ("“第一书记”", "第壹书记"), ("“第壹书记驻村”", "第壹书记驻村"),
      ("\"加强领导，。落实责任\"", "加强领导，。落实责任"),
      ("\"加强领导。落实责任\"", "加强领导，。落实责任"),
      ("\"became real——and all\"", "became realu2014u2014and all"),
      ("\"became realu2014u2014and all\"", "became realu2014u2014and all"),
      ("realu2014u2014and", "realu2014u2014and"),
      ("\"public services going\"", "public **** services going"),
      ("\"the water We have\"", "We have"),
      ("\"thinking, and by then\"", "thinking strong>, and by then"),
      ("\"thinking strong>, and by then\"", "thinking strong>, and by then"),
    ])
  func phrases(query: String, lit: String) throws {
    let (search, folder) = try search()
    defer { _ = folder }
    let results = try search.search(query)
    #expect(!results.isPartial && results.totalCount == 1)
    let hit = try #require(results.hits.first)
    let pieces = hit.snippet.lines.flatMap(\.pieces)
    #expect(pieces.filter(\.isMatch).map(\.text).joined().contains(lit))
    for match in hit.matches {
      guard let span = match.span else { continue }
      let start = span.start.byte - hit.passage.passage.span.start.byte
      let words = hit.passage.text.utf8.dropFirst(start).prefix(span.bytes.count)
      #expect(String(decoding: words, as: UTF8.self) == match.term)
    }
    // Whatever is lit or mended, the pieces together are the source.
    for line in hit.snippet.lines {
      #expect(line.pieces.map(\.text).joined() == line.sentence.text)
    }
  }

  @Test("warnings travel with passage, sentence and citation, and each sentence has its own")
  func warnings() throws {
    let (search, folder) = try search()
    defer { _ = folder }
    let hit = try #require(try search.search("\"public services going\"").hits.first)
    #expect(hit.passage.passage.flags == [.masked])
    #expect(hit.passage.sentences.map { hit.passage.flags(of: $0) } == [[], [.masked]])
    #expect(hit.passage.citation.full(inChinese: false).contains("[characters masked or lost]"))
    #expect(hit.passage.citation.full(inChinese: true).contains("【有字被遮蔽或丢失】"))
    #expect(
      hit.passage.readingText.hasPrefix("The policy became real——and all agreed on the wells."))
    let inverted = try #require(try search.search("\"realize poverty\"").hits.first)
    #expect(inverted.passage.passage.flags == [.inverted, .markup])
    let document = try search.document(named: "en")
    #expect(document.repairs.map(\.rule).contains("glued-paragraph"))
    let again = try #require(document.repairs.first { $0.flag == .masked })
    #expect(again.replacement == nil && again.confidence == 0.95)
  }
}
