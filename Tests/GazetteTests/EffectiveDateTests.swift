import Gazette
import GazetteTestSupport
import Testing

/// Documents found by the day on which they take effect, beside the day on which they were written.
@Suite struct EffectiveDateTests {
  private func search(_ folder: ScratchFolder) throws -> PolicySearch {
    for (name, written, effective) in [
      ("early", "2017-05-06", "2018-01-01"), ("late", "2018-06-30", "2018-07-15"),
      ("month", "2018-06-30", "2019年3月"), ("none", "2018-07-03", ""),
    ] {
      try folder.write("公园应当开放。\n", to: "corpus/\(name).txt")
      let own = effective.isEmpty ? "" : "effective: \(effective)\n"
      try folder.write("written: \(written)\n" + own, to: "corpus/\(name).meta.yaml")
    }
    try folder.write("公园应当开放。\n", to: "corpus/undated.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    return try PolicySearch(at: folder.path + "/index")
  }

  @Test(
    "each range finds the documents whose day can lie in it, alone and with words",
    arguments: [
      ("effective:2018", ["early", "late"]), ("effective:2018-07", ["late"]),
      ("effective:2018年7月", ["late"]), ("effective:二〇一八年", ["early", "late"]),
      ("effective:2018..2019", ["early", "late", "month"]), ("effective:..2018-06", ["early"]),
      ("effective:2019-03-15", ["month"]), ("effective:2019-04..", []),
      ("公园 effective:2018-07-15", ["late"]), ("公园 -effective:2018", ["month", "none", "undated"]),
      ("effective:2018 date:2018", ["late"]), ("effective:2018 before:2018", ["early"]),
      ("date:2018", ["late", "month", "none"]), ("date:2018年6月至7月", ["late", "month", "none"]),
      ("after:2018-06", ["none"]), ("before:二〇一八年七月", ["early", "late", "month"]),
      ("(effective:2019 OR date:2017) 公园", ["early", "month"]),
    ] as [(String, [String])])
  func ranges(_ query: String, _ expected: [String]) throws {
    let folder = try ScratchFolder()
    let results = try search(folder).search(query, limit: 100)
    #expect(results.query.problem == nil)
    #expect(results.hits.map(\.passage.document.id.name).sorted() == expected)
  }

  @Test("a day that cannot be read is said with its place, and its words are searched for")
  func malformed() throws {
    let folder = try ScratchFolder()
    let results = try search(folder).search("公园 effective:soon")
    #expect(results.query.problem?.reason == .malformedDate)
    #expect(results.query.problem?.range == 7..<21)
    #expect(results.query.repaired == "公园 ")
    #expect(results.query.pieces.map(\.text) == ["公园", "effective", "soon"])
  }
}
