import Foundation
import GazetteTestSupport
import Testing

/// `--receipt` and `gazette receipt check`, as two people use them: one answers, the other has only the files.
@Suite struct ReceiptCommandTests {
  private let folder: ScratchFolder
  private let checker: SchemaChecker
  private var receipt: String { folder.path + "/receipt.json" }
  private var index: [String] { ["--index", folder.path + "/index"] }

  private static let notice = """
    样例镇人民政府关于住房安全核查的通知

    样镇发〔2024〕7号

    第一条　村级网格员每月入户核查住房安全，发现险情当日上报。

    第二条　镇住建办应当在三日内组织鉴定，不得拖延。

    第三条　核查结果每月在村务公开栏公布，接受群众监督，公布期不少于七日，有异议的应当复核。

    第四条　本通知自印发之日起施行。

    样例镇人民政府
    2024年3月5日

    """
  private static let talk = """
    # Talk at the sample workshop

    The warden of the sample town inspects every roof in March. No roof is left out.

    The list of inspected roofs is public and is renewed each week.

    """

  init() throws {
    folder = try ScratchFolder()
    checker = try SchemaChecker.published()
    try folder.write(Self.notice, to: "c/notice.txt")
    try folder.write(Self.talk, to: "c/talk.md")
    _ = try CommandProcess.run(["index", folder.path + "/c"] + index)
  }

  /// Checks the receipt, holds the answer to its schema, and returns status and states.
  private func check(_ words: [String] = []) throws -> (status: Int32, states: [String]) {
    let run = try CommandProcess.run(["receipt", "check", receipt, "--json"] + words)
    let problems = try checker.problems(of: run.output, under: "receipt-check.schema.json")
    #expect(problems.isEmpty, "\(problems.prefix(3)) \(run.errors)")
    let answer = try JSONTree(run.output)
    let items = answer["items"]?.elements ?? []
    return (run.status, items.compactMap { $0["state"]?.text })
  }

  @Test("what search and cite write checks as the same, with the index and with the sources alone")
  func same() throws {
    for words in [
      ["search", "roof"], ["search", "核查"], ["cite", "不得拖延"], ["cite", "notice#第二条"],
      ["cite", "talk#s0.p1.s2"], ["cite", "talk#s0.p1.s2", "--format", "bibtex"],
    ] {
      let run = try CommandProcess.run(words + ["--receipt", receipt] + index)
      #expect(run.status == 0, "\(words): \(run.errors)")
      let text = try String(contentsOfFile: receipt, encoding: .utf8)
      #expect(try checker.problems(of: text, under: "receipt.schema.json").isEmpty)
      let (status, states) = try check(index)
      #expect(status == 0 && !states.isEmpty && Set(states) == ["same"], "\(words)")
      let source = try check([
        "--source", folder.path + "/c/notice.txt", folder.path + "/c/talk.md",
      ])
      #expect(source.status == 0 && Set(source.states) == ["same"], "\(words)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasSuffix(".tmp") })
  }

  @Test("a source that changed says what became of each passage; the exit status tells findings")
  func changed() throws {
    _ = try CommandProcess.run(["search", "--receipt", receipt, "条", "--limit", "20"] + index)
    let changed = Self.notice.replacing("三日", with: "十日").replacing(
      "第一条　", with: "第零条　新增的一条，另有规定。\n\n第一条　"
    ).replacing("第四条　本通知自印发之日起施行。\n\n", with: "")
    try folder.write(changed, to: "d/notice.txt")
    let (status, states) = try check(["--source", folder.path + "/d/notice.txt"])
    #expect(status == 1)
    #expect(Set(states) == ["moved", "changed", "orphaned"], "\(states)")
    let people = try CommandProcess.run(
      ["receipt", "check", receipt, "--ui", "zh", "--source", folder.path + "/d/notice.txt"])
    #expect(people.output.contains("[-三-]{+十+}") && people.output.contains("改动"))
    try folder.write(Self.notice + "附：补充说明。\n", to: "d/notice.txt")
    let more = try check(["--source", folder.path + "/d/notice.txt"])
    #expect(more.status == 0 && Set(more.states) == ["same"], "\(more.states)")
    _ = try CommandProcess.run(["index", folder.path + "/d"] + index)
    #expect(try check(index).status == 0)
  }

  @Test("an altered receipt is bad, a missing source is missing, and neither is the other")
  func bad() throws {
    _ = try CommandProcess.run(["cite", "--receipt", receipt, "不得拖延"] + index)
    #expect(
      try check(["--source", folder.path + "/c/talk.md", folder.path + "/c/notice.txt"]).status == 0
    )
    let missing = try check(["--source", folder.path + "/c", "--index", "/nowhere"])
    #expect(missing.status == 0)
    try folder.write("Another text.\n", to: "e/other.txt")
    try folder.write("Yet another text.\n", to: "e/more.txt")
    let none = try check(["--source", folder.path + "/e"])
    #expect(none.status == 2 && none.states == ["source-missing"])
    let text = try String(contentsOfFile: receipt, encoding: .utf8)
    try folder.write(text.replacing("不得拖延", with: "可以拖延"), to: "receipt.json")
    let altered = try check(index)
    #expect(altered.status == 1 && altered.states == ["bad-receipt"])
    try folder.write(text.replacing("\"limit\":5", with: "\"limit\":6"), to: "receipt.json")
    let options = try check(index)
    #expect(options.status == 1 && options.states == ["same"])
    try folder.write(text.replacing("\"start\"", with: "\"begin\""), to: "receipt.json")
    #expect(try check(index).status == 1)
    try folder.write("{}", to: "receipt.json")
    let stranger = try CommandProcess.run(["receipt", "check", receipt] + index)
    #expect(stranger.status == 2 && stranger.errors.contains("no receipt"))
  }

  @Test("what cannot be written or read is an error, and a receipt goes with one answer")
  func refused() throws {
    let nowhere = folder.path + "/no/such/receipt.json"
    #expect(try CommandProcess.run(["search", "roof", "--receipt", nowhere] + index).status == 2)
    #expect(try CommandProcess.run(["receipt", "check", nowhere] + index).status == 2)
    for words in [["--all"], ["--facet", "year"]] {
      let run = try CommandProcess.run(["search", "roof", "--receipt", receipt] + words + index)
      #expect(run.status == 2, "\(words)")
    }
    #expect(!FileManager.default.fileExists(atPath: receipt))
  }

  @Test("a sentence is cited with its own words; every form is written, and dated when asked")
  func formats() throws {
    for format in [
      "text", "markdown", "html", "csl-json", "bibtex", "ris", "gbt7714", "short", "annotation",
    ] {
      let words = ["cite", "talk#s0.p1.s2", "--format", format, "--accessed", "2020-02-03"]
      let run = try CommandProcess.run(words + index)
      #expect(run.status == 0, "\(format): \(run.errors)")
      if format != "short" { #expect(run.output.contains("gz:"), "\(format)") }
      if format == "text" {
        #expect(run.output.hasPrefix("No roof is left out.\n") && run.output.contains("2020-02-03"))
      }
    }
    let json = try CommandProcess.run(["cite", "notice#第二条", "--json"] + index)
    #expect(try checker.problems(of: json.output, under: "cite.schema.json").isEmpty)
    let item = try JSONTree(json.output)["items"]?.elements?.first
    #expect(item?["accessed"] == .null && item?["sentence"] == .null)
    #expect(item?["citation"]?["legal"]?.text == "样镇发〔2024〕7号第二条")
    #expect(item?["citation"]?["csl"]?["accessed"] == nil)
    let sentence = try CommandProcess.run(["cite", "talk#s0.p1.s2", "--json"] + index)
    let cited = try JSONTree(sentence.output)["items"]?.elements?.first
    #expect(cited?["sentence"]?["text"]?.text == "No roof is left out.")
    let id = try #require(cited?["sentence"]?["id"]?.text)
    #expect(
      try CommandProcess.run(["cite", id] + index).output.hasPrefix("No roof is left out.\n"))
    #expect(try CommandProcess.run(["cite", id, "--accessed", "2020"] + index).status == 2)
  }
}
