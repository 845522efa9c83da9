import Gazette
import GazetteDocument
import GazetteIndex
import GazetteParsing
import GazetteQuery
import GazetteSearch
import GazetteTestSupport
import Testing

/// A quotation that runs over the ends of passages finds the passages that it stands in.
@Suite struct SplitQuotationTests {
  private static let state = CorpusState(
    fingerprint: 7, readerVersion: 1, roots: [], files: [])

  private func results(for quotation: String, in text: String) throws -> PolicyResults {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    let document = try DocumentParser().parse(Array(text.utf8), id: .init("a"), file: "a.txt")
    try writer.add(EntryGroup(document))
    try writer.commit(userData: Self.state.bytes)
    return try PolicySearch(at: folder.path).search(quotation)
  }

  private static let chinese = """
    示例县关于饮水安全的意见

    各村要做好以下工作：一是每季度检测一次水质，结果张榜公布；二是每户登记一名管水员，姓名写在水箱上；三是冬季提前包扎管道，防止冻裂。

    县水务局每年检查两次。
    """

  private static let english = """
    Opinions on safe drinking water

    Every village shall test its water once a quarter.

    Every household names one keeper of its tank.

    The county bureau checks twice a year.
    """

  @Test(
    "pieces of it are found where they stand, marked as partial",
    arguments: [
      ("“一是每季度检测一次水质，结果张榜公布；二是每户登记一名管水员，姓名写在水箱上”", chinese, 2),
      ("“三是冬季提前包扎管道，防止冻裂。县水务局每年检查两次。”", chinese, 2),
      (
        "\"test its water once a quarter. Every household names one keeper of its tank.\"", english,
        2
      ),
    ])
  func split(quotation: String, text: String, count: Int) throws {
    let found = try results(for: quotation, in: text)
    #expect(found.totalCount == count, "\(found.hits.map(\.passage.text))")
    #expect(found.isPartial)
  }

  @Test("what one passage holds whole is asked for whole")
  func whole() throws {
    let found = try results(for: "“结果张榜公布”", in: Self.chinese)
    #expect(found.totalCount == 1 && !found.isPartial)
    #expect(try results(for: "“结果张榜公示”", in: Self.chinese).totalCount == 0)
  }
}
