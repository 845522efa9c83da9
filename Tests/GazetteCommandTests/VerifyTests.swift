import Foundation
import GazetteTestSupport
import Testing

/// `gazette verify` as people and scripts see it.
@Suite struct VerifyTests {
  private static let rules =
    "样例县饮水安全管理办法\n样政发〔2023〕8号\n第一条 各乡镇应当在2023年6月30日前逐户核查饮水设施，不得搞形式主义。\n第二条 县水利局每季度通报一次供水情况，确保8.5万户群众饮水安全。\n"
  private static let translation =
    "Measures of Sample County on Safe Drinking Water\n\nArticle 1 Towns shall check the water supply of every household before June 30, 2023, and must not check on paper only.\n\nArticle 2 The county water bureau reports on the supply every quarter and keeps the water of 85,000 households safe.\n"
  private static let other =
    "Rules of Sample County on Village Roads\n\nArticle 1 Villages shall repair every road before winter and report the length that was repaired.\n"

  private func indexed() throws -> (folder: ScratchFolder, index: String) {
    let folder = try ScratchFolder()
    try folder.write(Self.rules, to: "c/water.zh.txt")
    try folder.write(Self.translation, to: "c/water.en.txt")
    try folder.write(Self.other, to: "c/village-roads.txt")
    let index = folder.path + "/index"
    let run = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(run.status == 0, "\(run.errors)")
    return (folder, index)
  }

  private func verdicts(_ output: String) throws -> [String] {
    try JSONTree(output)["items"]?.elements?.compactMap { $0["verdict"]?.text } ?? []
  }

  @Test("each quotation gets its verdict, in both languages, and the JSON fits its schema")
  func verdicts() throws {
    let (folder, index) = try indexed()
    let draft = """
      The rules say “Towns shall check the water supply of every household” (water.en).
      They say “TOWNS shall check the water supply” and “Towns may check the water supply of every household”.
      They say “Towns shall check … every household” and “must … check on paper only” too.
      They ask for “repair every road before winter” (water.en).
      Nobody wrote “ships leave the harbour at dawn with the tide”.
      It is “Towns shall”. As 《外县办法》 has it: “Villages shall repair every road before winter”.

      办法规定“逐户核查饮水设施，不得搞形式主义”（样政发〔2023〕8号），又说「確保8.5萬戶群眾飲水安全」，
      也有人写成“确保8.6万户群众饮水安全”“逐户核查饮水设施，搞形式主义”。
      """
    try folder.write(draft, to: "draft.md")
    let run = try CommandProcess.run(
      ["verify", folder.path + "/draft.md", "--json", "--index", index])
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      try verdicts(run.output) == [
        "exact", "normalised", "altered", "elided", "altered", "misattributed", "absent",
        "too-short", "source-missing", "exact", "normalised", "altered", "altered",
      ])
    let checker = try SchemaChecker.published()
    #expect(try checker.problems(of: run.output, under: "verify.schema.json").isEmpty)
    let answer = try JSONTree(run.output)
    #expect(answer["complete"] == .bool(false))
    let kinds = answer["items"]?.elements?.map {
      $0["differences"]?.elements?.first?["kind"]?.text
    }
    #expect(kinds?[2] == "modality" && kinds?[4] == "negation")
    #expect(kinds?[11] == "number" && kinds?[12] == "negation")
  }

  @Test("words of a translation are a rendering of the original that the draft names")
  func rendering() throws {
    let (folder, index) = try indexed()
    try folder.write(
      "They ask that “The county water bureau reports on the supply every quarter and keeps the water of 85,000 households safe” (water.zh).",
      to: "draft.md")
    let run = try CommandProcess.run(
      ["verify", folder.path + "/draft.md", "--json", "--index", index])
    #expect(["rendering", "misattributed"].contains(try verdicts(run.output).first))
    #expect(
      try JSONTree(run.output)["items"]?.elements?.first?["claimed"]?["document"]?.text
        == "water.zh")
  }

  @Test("status 0 clean, 1 findings, 2 for what could not be checked; --fail-on chooses")
  func status() throws {
    let (folder, index) = try indexed()
    func status(_ text: String, _ words: String...) throws -> Int32 {
      try folder.write(text, to: "d.md")
      return try CommandProcess.run(
        ["verify", folder.path + "/d.md", "--index", index] + words
      ).status
    }
    #expect(try status("Nothing is quoted here.") == 0)
    #expect(try status("“repair every road before winter”") == 0)
    #expect(try status("“paint every road before winter”") == 1)
    #expect(try status("“paint every road before winter”", "--fail-on", "none") == 0)
    #expect(try status("“Repair every road before winter”", "--fail-on", "normalised") == 1)
    #expect(try status("《外县办法》：“repair every road before winter”") == 2)
    #expect(try status("“x”", "--fail-on", "wrong") == 2)
    let missing = try CommandProcess.run(["verify", folder.path + "/no.md", "--index", index])
    #expect(missing.status == 2 && missing.errors.contains("no.md"))
  }

  @Test("the report, SARIF and the annotated copy, in both languages")
  func forms() throws {
    let (folder, index) = try indexed()
    try folder.write(
      "First line.\n\nIt says “paint every road before winter” <road> & more.\n", to: "d.md")
    let draft = folder.path + "/d.md"
    for (language, word) in [("en", "altered"), ("zh", "有改动")] {
      let page = folder.path + "/\(language).html"
      let run = try CommandProcess.run(
        ["verify", draft, "--index", index, "--ui", language, "--html", page])
      #expect(run.status == 1)
      #expect(run.output.contains("d.md:3:10  \(word)"), "\(run.output)")
      #expect(run.errors.contains(language == "en" ? "never folded" : "一概计较"))
      let html = try String(contentsOfFile: page, encoding: .utf8)
      #expect(html.contains("&lt;road&gt;") && !html.contains("<road>"))
      #expect(html.contains("class=\"altered\"") && html.contains(word))
    }
    let log = try CommandProcess.run(["verify", draft, "--index", index, "--sarif"])
    let tree = try JSONTree(log.output)
    #expect(tree["version"]?.text == "2.1.0")
    let result = tree["runs"]?.elements?.first?["results"]?.elements?.first
    #expect(result?["ruleId"]?.text == "altered" && result?["level"]?.text == "error")
    let region = result?["locations"]?.elements?.first?["physicalLocation"]?["region"]
    #expect(region?["startLine"] == .integer(3) || region?["startLine"] == .number(3))
  }
}
