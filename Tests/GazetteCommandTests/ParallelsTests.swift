import GazetteTestSupport
import Testing

/// `gazette parallels` as people and scripts see it.
@Suite struct ParallelsTests {
  private func indexed() throws -> (folder: ScratchFolder, index: String) {
    let folder = try ScratchFolder()
    try folder.write(
      "示例市公园条例\n第一条 公园应当自2024年9月1日起每天开放12小时，票价15元，并公布电话。\n第二条 草地每7日浇水一次，由3名园丁负责。\n",
      to: "c/a.zh.txt")
    try folder.write(
      "示例市公园条例修订\n第一条 公园必须自2024年9月1日起每天开放12小时，票价15元，并公布电话。\n第二条 湖面不得游泳。\n", to: "c/b.zh.txt")
    try folder.write(
      "Park Rules of Example City\n\nArticle 1 From September 1, 2024 parks are open for 12 hours a day for 15 yuan.\n\n"
        + "Article 2 Lawns are watered every 7 days by 4 gardeners.\n", to: "c/a.en.txt")
    try folder.write("A text of another kind.\n\nNobody says this twice.\n", to: "c/other.txt")
    let index = folder.path + "/index"
    let run = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(run.status == 0, "\(run.errors)")
    return (folder, index)
  }

  @Test("status 0 with parallels, 1 without, 2 for a document that is not there or too many")
  func status() throws {
    let (folder, index) = try indexed()
    defer { withExtendedLifetime(folder) {} }
    for (language, word) in [("en", "in other words"), ("zh", "文字有异")] {
      let run = try CommandProcess.run(
        ["parallels", "a.zh", "b.zh", "--index", index, "--ui", language])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("公园[-应当-]{+必须+}自2024年") && run.output.contains(word))
      #expect(run.output.contains("gz:") && run.output.contains("↔"))
    }
    let none = try CommandProcess.run(["parallels", "other", "--index", index])
    #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("no parallel passages"))
    for words in [["zzz"], ["a.zh", "b.zh", "other"], ["--kind", "alike"], ["--limit", "0"]] {
      let run = try CommandProcess.run(["parallels", "--index", index] + words)
      #expect(run.status == 2, "\(words)")
    }
    let broken = try CommandProcess.run(
      ["parallels", "--index", index, "--concepts", folder.path + "/c/other.txt"])
    #expect(broken.status == 2 && broken.errors.contains("other.txt"))
  }

  @Test("the JSON fits its schema, with kinds as asked for and figures that only one side has")
  func json() throws {
    let (folder, index) = try indexed()
    defer { withExtendedLifetime(folder) {} }
    let checker = try SchemaChecker.published()
    for (words, status) in [([], Int32(0)), (["a.zh"], 0), (["other"], 1), (["--limit", "1"], 0)] {
      let run = try CommandProcess.run(["parallels", "--json", "--index", index] + words)
      #expect(run.status == status, "\(words): \(run.errors)")
      #expect(try checker.problems(of: run.output, under: "parallels.schema.json").isEmpty)
      let answer = try JSONTree(run.output)
      #expect(answer["items"]?.elements?.isEmpty == (status == 1))
      if words == ["--limit", "1"] {
        #expect(answer["items"]?.elements?.count == 1 && answer["truncated"] == .bool(true))
      }
    }
    let run = try CommandProcess.run(
      ["parallels", "--json", "--index", index, "--kind", "translation", "a.zh", "a.en"])
    let items = try #require(try JSONTree(run.output)["items"]?.elements)
    #expect(!items.isEmpty)
    #expect(items.allSatisfy { $0["kind"]?.text == "translation" })
  }
}
