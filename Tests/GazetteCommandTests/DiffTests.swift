import GazetteTestSupport
import Testing

/// `gazette diff` and the marks of versions as people and scripts see them.
@Suite struct DiffTests {
  private func indexed() throws -> (folder: ScratchFolder, index: String) {
    let folder = try ScratchFolder()
    let body = "第一条 为了公园，制定本条例。\n第二条 公园应当开放。\n第三条 "
    try folder.write("示例市公园条例\n2016年3月16日示例市人民代表大会通过\n" + body + "旧的规定。\n", to: "c/a.txt")
    try folder.write(
      "示例市公园条例\n2023年3月16日示例市人民代表大会修订\n" + body.replacing("应当", with: "必须")
        + "旧的规定。\n第四条 根据《示例省公园法》办理。\n",
      to: "c/b.txt")
    let index = folder.path + "/index"
    let run = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(run.status == 0, "\(run.errors)")
    return (folder, index)
  }

  @Test("status 0 when nothing changed, 1 with differences, 2 for a document that is not there")
  func status() throws {
    let (folder, index) = try indexed()
    defer { withExtendedLifetime(folder) {} }
    let same = try CommandProcess.run(["diff", "a", "a", "--index", index])
    #expect(same.status == 0 && same.output.isEmpty && same.errors.contains("nothing changed"))
    let missing = try CommandProcess.run(["diff", "a", "zzz", "--index", index])
    #expect(missing.status == 2)
    for (language, word) in [("en", "changed"), ("zh", "改动")] {
      let run = try CommandProcess.run(["diff", "a", "b", "--index", index, "--ui", language])
      #expect(run.status == 1)
      #expect(run.output.contains("公园[-应当-]{+必须+}开放") && run.output.contains(word))
      #expect(run.output.contains("gz:") && run.output.contains("+++ "))
    }
  }

  @Test("the JSON fits its schema and names both documents")
  func json() throws {
    let (folder, index) = try indexed()
    defer { withExtendedLifetime(folder) {} }
    let checker = try SchemaChecker.published()
    for (words, status) in [(["a", "b"], Int32(1)), (["b", "b"], 0)] {
      let run = try CommandProcess.run(["diff", "--json", "--index", index] + words)
      #expect(run.status == status, "\(run.errors)")
      #expect(try checker.problems(of: run.output, under: "diff.schema.json").isEmpty)
      let answer = try JSONTree(run.output)
      #expect(answer["old"]?["id"]?.text == words[0] && answer["new"]?["id"]?.text == words[1])
      let isEmpty = try #require(answer["items"]?.elements).isEmpty
      #expect(isEmpty == (status == 0))
    }
  }

  @Test(
    "list, show and search mark the newest and the superseded version, and show names relations")
  func marks() throws {
    let (folder, index) = try indexed()
    defer { withExtendedLifetime(folder) {} }
    let list = try CommandProcess.run(["list", "--index", index]).output
    #expect(list.contains("superseded by the newer version b") && list.contains("newest version"))
    let show = try CommandProcess.run(["show", "b", "--index", index, "--ui", "zh"]).output
    #expect(show.contains("最新版本") && show.contains("依据") && show.contains("《示例省公园法》"))
    let search = try CommandProcess.run(["search", "公园应当开放", "--index", index]).output
    #expect(search.contains("! superseded by the newer version b"))
    let json = try JSONTree(try CommandProcess.run(["list", "--json", "--index", index]).output)
    let versions = json["items"]?.elements?.map { $0["version"]?["place"]?.text }
    #expect(versions == ["superseded", "newest"])
  }
}
