import Gazette
import GazetteTestSupport
import Testing

/// The short numbers of passages lead back to them, in every document of the corpus.
@Suite struct LegalNumberTests {
  @Test("a Chinese article counts its paragraphs and names its items, an English one its brackets")
  func samples() throws {
    let chinese = try DocumentParser().parse(
      Array(
        """
        样例镇住房安全核查办法

        第一章　总则

        第一条　为做好核查工作，制定本办法。

        第二条　核查按照下列规定进行：

        （一）每月入户；

        （二）当日上报。

        核查结果应当公开。

        第三条　本办法自印发之日起施行。

        """.utf8), id: .init("a"), file: "a.txt")
    let numbers = chinese.passages.indices.map { chinese.legalNumber(ofPassage: $0) }
    #expect(numbers.contains("第一条") && numbers.contains("第二条第一款第（一）项"), "\(numbers)")
    #expect(numbers.contains("第二条第二款") && numbers.contains("第三条"), "\(numbers)")
  }

  @Test("every number leads to its passage")
  func corpus() throws {
    var count = 0
    for document in try Corpus(at: ProjectFolder.corpus).documents {
      for passage in document.passages.indices {
        guard let text = document.legalNumber(ofPassage: passage) else { continue }
        count += 1
        #expect(!text.isEmpty && !text.contains("\n"), "\(document.id)")
        guard let number = SectionNumber(text) else { continue }
        #expect(
          document.passages(numbered: number).contains(passage),
          "\(document.id) \(document.path(ofPassage: passage)): \(text)")
      }
    }
    #expect(count > 300)
  }
}
