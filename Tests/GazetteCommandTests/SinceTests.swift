import Foundation
import GazetteTestSupport
import Testing

/// `gazette since` and saved queries as people and scripts use them.
@Suite struct SinceTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("# Water\n\nPumps run at night.\n\nBeta pipes leak.\n", to: "corpus/a.md")
    try folder.write("# 住房\n\n危房应当改造。\n", to: "corpus/b.md")
    #expect(try run("index", "corpus").status == 0)
  }

  @discardableResult
  private func run(_ words: String...) throws -> CommandProcess.Outcome {
    try CommandProcess.run(words, folder: folder.path)
  }

  private func change() throws {
    try folder.write("# Water\n\nPumps run by day.\n", to: "corpus/a.md")
    try folder.write("# 教育\n\n义务教育有保障。\n", to: "corpus/c.md")
    #expect(try run("index", "corpus").status == 0)
  }

  @Test("a saved query lies in a file beside the documents; the index may go and it stays")
  func saving() throws {
    let saved = try run("search", "--save", "pipes", "beta pipes")
    #expect(
      saved.status == 0 && saved.errors.contains("saved as pipes in corpus/.gazette/queries.jsonl"))
    #expect(try run("search", "--save", "改造", "危房 改造", "--ui", "zh").errors.contains("已以“改造”存入"))
    // What finds nothing may find something one day.
    #expect(try run("search", "--save", "空", "zzyzx").status == 1)
    let text = try String(
      contentsOfFile: folder.path + "/corpus/.gazette/queries.jsonl", encoding: .utf8)
    #expect(text.hasPrefix("{\"id\":\"pipes\",\"text\":\"beta pipes\"}\n{\"id\":\"改造\""))
    #expect(try run("index", "corpus", "--rebuild").status == 0)
    let list = try run("queries")
    #expect(list.status == 0 && list.output == "pipes\tbeta pipes\n改造\t危房 改造\n空\tzzyzx\n")
    let replaced = try run("search", "--save", "空", "pumps")
    #expect(replaced.errors.contains("in place of: zzyzx"))
    #expect(try run("queries", "remove", "空").errors.contains("removed 空 (pumps)"))
    let gone = try run("queries", "remove", "空", "--ui", "zh")
    #expect(gone.status == 2 && gone.errors.contains("没有名为“空”的已存查询；现有：pipes, 改造"))
    let batch = try run("search", "--queries", "corpus/.gazette/queries.jsonl")
    #expect(
      batch.output.split(separator: "\n").count == 2 && batch.output.contains("\"id\":\"改造\""))
    for name in ["", " ", "a\nb", String(repeating: "x", count: 101)] {
      #expect(try run("search", "--save", name, "x").status == 2)
    }
  }

  @Test("since says what changed, for the corpus and each query, in both languages")
  func since() throws {
    try run("search", "--save", "pipes", "beta pipes")
    try run("search", "--save", "教育", "义务教育")
    #expect(try run("since", "r1").status == 1)
    try change()
    let english = try run("since", "r1")
    #expect(english.status == 0, "\(english.errors)")
    #expect(english.errors.contains("1 documents new, 1 changed, 0 gone, 0 moved"))
    #expect(english.output.contains("gone a#s0.p2\n  Beta pipes leak.\n  - “Water”"))
    #expect(
      english.output.contains("saved query pipes (beta pipes): 0 new, 0 changed, 1 gone; 0 match"))
    #expect(english.output.contains("run [-at-]{+by+} [-night-]{+day+}."))
    let chinese = try run("since", "r1", "--ui", "zh")
    #expect(chinese.output.contains("已存查询 教育（义务教育）：新增 1，改动 0，消失 0；现有 1 处匹配"))
    #expect(chinese.output.contains("消失 a#s0.p2"))
    let only = try run("since", "r1", "--only", "教育")
    #expect(only.output.contains("教育") && !only.output.contains("saved query pipes"))
    #expect(try run("since", "r1", "--only", "none").status == 2)
  }

  @Test("the JSON fits its schema, with and without changes, and with a query that cannot be asked")
  func json() throws {
    let checker = try SchemaChecker.published()
    func ask(_ words: String..., status: Int32) throws -> JSONTree {
      let run = try CommandProcess.run(words + ["--json"], folder: folder.path)
      let problems = try checker.problems(of: run.output, under: words[0] + ".schema.json")
      #expect(problems.isEmpty, "\(words): \(problems.prefix(3))")
      #expect(run.status == status, "\(words): \(run.errors)")
      return try JSONTree(run.output)
    }
    _ = try ask("queries", status: 1)
    _ = try ask("since", "r1", status: 1)
    try run("search", "--save", "pipes", "beta pipes")
    try change()
    let answer = try ask("since", "r1", "--limit", "1", status: 0)
    #expect(answer["truncated"] == .bool(true) && answer["items"]?.elements?.count == 1)
    #expect(answer["total"] == .integer(3))
    #expect(answer["queries"]?.elements?.first?["counts"]?["gone"] == .integer(1))
    let old = answer["queries"]?.elements?.first?["items"]?.elements?.first?["old"]
    #expect(old?["document"]?.text == "a" && old?["citation"]?.text?.contains("a#s0.p2") == true)
    _ = try ask("queries", status: 0)
    try run("search", "--save", "bad", "tag:nothing")
    let partly = try ask("since", "r1", status: 2)
    #expect(partly["complete"] == .bool(false))
    #expect(partly["queries"]?.elements?.last?["error"]?["code"]?.text == "no-concept")
    #expect(partly["queries"]?.elements?.first?["error"] == .null)
  }

  @Test("a revision that is not known is an error that names those that are")
  func unknown() throws {
    try change()
    let english = try run("since", "r7")
    #expect(english.status == 2 && english.errors.contains("knows no revision r7; it knows r1-"))
    #expect(try run("since", "x", "--ui", "zh").errors.contains("索引中没有版本“x”；已有的版本：r1-"))
    let json = try run("since", "r7", "--json")
    #expect(json.json?["ok"] as? Bool == false && json.output.contains("\"no-revision\""))
  }

  @Test("without the folder of the corpus saved queries have no place, and an option gives one")
  func place() throws {
    try FileManager.default.moveItem(
      atPath: folder.path + "/corpus", toPath: folder.path + "/elsewhere")
    let none = try run("search", "--save", "x", "pumps")
    #expect(none.status == 2 && none.errors.contains("--saved FILE"))
    #expect(try run("search", "--save", "x", "pumps", "--saved", "q.jsonl").status == 0)
    #expect(try run("queries", "--saved", "q.jsonl").output == "x\tpumps\n")
    #expect(try run("since", "r1", "--saved", "q.jsonl").output.contains("saved query x"))
    #expect(try run("queries").status == 1)
  }
}
