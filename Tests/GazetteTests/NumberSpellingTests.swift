import Gazette
import GazetteTestSupport
import Testing

/// A document is found by its number, however that is spelt.
@Suite struct NumberSpellingTests {
  @Test("Every spelling of a number finds the document, and another number does not")
  func spellings() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "# 关于桥梁养护的通知\n\n样政发〔2018〕43号\n\n各村：\n\n桥梁须按期养护。\n", to: "corpus/zh.md")
    try folder.write(
      """
      # Notice on the care of bridges

      YangZhengFa [2018] No. 43

      Bridges shall be cared for in time.
      """, to: "corpus/en.md")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    let search = try PolicySearch(at: folder.path + "/index")
    for query in [
      "样政发[2018]43号", "样政发(2018)43号", "样政发〔2018〕43号", "样政发（2018）43号", "樣政發〔2018〕43號",
    ] {
      let names = Set(try search.search(query).hits.map(\.passage.document.id.name))
      #expect(names.contains("zh"), "\(query)")
    }
    for query in [
      "Yang Zheng Fa [2018] No. 43", "yang zheng fa (2018) no. 43", "YangZhengFa[2018]43",
      "Yangzhengfa 〔2018〕 No.43", "YANG ZHENG FA [2018] NO 043", "yang-zheng-fa [2018] 43号",
    ] {
      let names = Set(try search.search(query).hits.map(\.passage.document.id.name))
      #expect(names.contains("zh") && names.contains("en"), "\(query): \(names)")
    }
    for query in [
      "Yang Zheng Fa [2018] No. 44", "Yang Zheng Fa [2019] No. 43", "Yang Wei Fa [2018] No. 43",
    ] {
      let found = try search.search(query)
      #expect(found.isPartial || found.totalCount == 0, "\(query)")
    }
  }
}
