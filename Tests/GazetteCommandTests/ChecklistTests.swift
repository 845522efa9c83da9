import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import GazetteTestSupport
import Testing

/// `gazette checklist` as people and scripts see it.
@Suite struct ChecklistTests {
  private static let rules = """
    样本县饮水管理办法
    第一条 县水利局应当在2025年6月底前完善饮水安全管理制度。
    第二条 各乡镇要建立水质检测台账。
    第三条 县财政局负责落实管护经费。

    """

  private func indexed(_ text: String = rules) throws -> (folder: ScratchFolder, index: String) {
    let folder = try ScratchFolder()
    try folder.write(text, to: "c/rules.zh.txt")
    let index = folder.path + "/index"
    let run = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(run.status == 0, "\(run.errors)")
    return (folder, index)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(
    "a checklist is filled in, the source changes, and the merge keeps every cell",
    arguments: ["csv", "md", "json", "ics", "xlsx"])
  func merge(form: String) throws {
    let (folder, index) = try indexed()
    let file = folder.path + "/check." + form
    let made = try CommandProcess.run(
      ["checklist", "--doc", "rules.zh", "--out", file, "--lang", "zh", "--index", index])
    #expect(made.status == 0, "\(made.errors)")
    try folder.write(
      ChecklistTests.rules.replacing("完善饮水安全管理制度", with: "完善农村饮水安全管理制度")
        .replacing("第三条", with: "第三条 县卫生健康局要开展水质抽检。\n第四条"), to: "c/rules.zh.txt")
    #expect(
      try CommandProcess.run(["index", folder.path + "/c", "--index", index]).status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let words = ["checklist", "merge", file, "--index", index, "--json"]
    let dry = try CommandProcess.run(words + ["--dry-run"])
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    let checker = try SchemaChecker.published()
    let run = try CommandProcess.run(words)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try checker.problems(of: run.output, under: "checklist-merge.schema.json").isEmpty)
    let report = try JSONTree(run.output)["report"]
    #expect(report?["fates"]?["changed"] == .integer(1), "\(run.output)")
    // A calendar takes dated ones alone.
    #expect(report?["fates"]?["new"] == .integer(form == "ics" ? 0 : 1), "\(run.output)")
    #expect(report?["cellsFound"] == report?["cellsKept"])
    let merged = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(merged != before)
    let again = try CommandProcess.run(words)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == merged, "\(again.output)")
    let status = try CommandProcess.run(
      ["checklist", "status", file, "--today", "2025-06-01", "--json"])
    #expect(status.status == 1, "\(status.errors)")
    #expect(
      try checker.problems(of: status.output, under: "checklist-status.schema.json").isEmpty)
    #expect(try JSONTree(status.output)["counts"]?["re-check"] == .integer(1))
    #expect(FileManager.default.fileExists(atPath: file + ".bak") == (form == "xlsx"))
  }

  @Test("a file of somebody else's in CSV is merged with the documents that it speaks of")
  func foreign() throws {
    let (folder, index) = try indexed()
    let made = try CommandProcess.run(["checklist", "--json", "--index", index])
    #expect(
      try SchemaChecker.published().problems(of: made.output, under: "checklist.schema.json")
        .isEmpty)
    let items = try #require(try JSONTree(made.output)["items"]?.elements)
    let id = try #require(items.first?["id"]?.text)
    try folder.write("进展;代码\n联系过;\(id)\n", to: "other.csv")
    let file = folder.path + "/other.csv"
    let run = try CommandProcess.run(["checklist", "merge", file, "--index", index, "--ui", "zh"])
    #expect(run.status == 0 && run.errors.contains("rules.zh"), "\(run.errors)")
    let text = try read(file)
    #expect(text.contains("联系过") && text.split(separator: "\r\n").count == items.count + 1)
    #expect(run.output.contains("单元格：原有 2，保留 2"))
  }

  @Test(
    "status 2 for what is no checklist, 1 for nothing found, usage for a workbook without a place")
  func status() throws {
    let (folder, index) = try indexed()
    try folder.write("a,b\n1,2\n", to: "no.csv")
    for language in ["en", "zh"] {
      let run = try CommandProcess.run(
        ["checklist", "status", folder.path + "/no.csv", "--ui", language])
      #expect(run.status == 2 && run.errors.contains(language == "en" ? "headers" : "表头"))
    }
    let none = try CommandProcess.run(
      ["checklist", "--query", "zzyzx", "--out", folder.path + "/x.csv", "--index", index])
    #expect(none.status == 1 && !FileManager.default.fileExists(atPath: folder.path + "/x.csv"))
    for words in [["--format", "xlsx"], ["--format", "pdf"], ["--lang", "fr"]] {
      let run = try CommandProcess.run(["checklist", "--index", index] + words)
      #expect(run.status == 2, "\(words)")
    }
    let days = try CommandProcess.run(
      ["checklist", "status", folder.path + "/no.csv", "--today", "soon"])
    #expect(days.status == 2)
  }

  @Test("the plot is well-formed XML with words in both languages, and titles cannot break it")
  func plot() throws {
    let (folder, _) = try indexed()
    try folder.write(
      "# a<b> & \"c\"\n\n- [x] 一 <!-- m-000000000001 -->\n  - 完成日期：2025-03-01\n- [ ] 二\n",
      to: "a.md")
    for (language, word) in [("en", "done: 1"), ("zh", "已完成 1 项")] {
      let svg = folder.path + "/p.svg"
      let run = try CommandProcess.run([
        "checklist", "status", folder.path + "/a.md", "--today", "2025-06-01", "--svg", svg, "--ui",
        language,
      ])
      #expect(run.status == 0, "\(run.errors)")
      let text = try read(svg)
      #expect(text.contains(word) && text.contains("2025-06-01"))
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse())
    }
  }
}
