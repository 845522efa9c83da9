import Foundation
import GazetteTestSupport
import Testing

/// How the built command lays out what it finds: folded, grouped, filtered, paged, streamed, explained, and when there is nothing.
@Suite struct ResultsTests {
  private static let folder = try? ScratchFolder()
  /// An index of the project's corpus, built once.
  private static let index: String? = {
    guard let folder else { return nil }
    let index = folder.path + "/index"
    let run = try? CommandProcess.run(["index", ProjectFolder.corpus, "--index", index])
    return run?.status == 0 ? index : nil
  }()

  private let checker: SchemaChecker

  init() throws { checker = try SchemaChecker.published() }

  private func run(_ words: [String]) throws -> CommandProcess.Outcome {
    try CommandProcess.run(
      [words[0], "--index", try #require(Self.index)] + words.dropFirst())
  }

  /// A search's answer as JSON, held to the schema.
  private func answer(_ words: [String]) throws -> JSONTree {
    let run = try run(["search", "--json"] + words)
    let problems = try checker.problems(of: run.output, under: "search.schema.json")
    #expect(problems.isEmpty, "\(words): \(problems.prefix(3)) \(run.errors.prefix(200))")
    return try JSONTree(run.output)
  }

  @Test("pages of folded passages show every passage once, and --alike unfolds them")
  func folded() throws {
    let query = "三保障"
    var seen: [String] = []
    var folded = 0
    var next: String?
    var total = 0
    repeat {
      let page = try answer(["-l", "7", query] + (next.map { ["--next", $0] } ?? []))
      for item in page["items"]?.elements ?? [] {
        let document = try #require(item["document"]?["id"]?.text)
        seen.append(document + "#" + (item["passage"]?["path"]?.text ?? ""))
        for other in item["alike"]?.elements ?? [] {
          folded += 1
          seen.append((other["document"]?.text ?? "") + "#" + (other["path"]?.text ?? ""))
        }
      }
      if case .integer(let count)? = page["total"] { total = count }
      next = page["next"]?.text
    } while next != nil
    #expect(seen.count == total && Set(seen).count == total && folded > 0)
    let unfolded = try answer(["-l", "1000", "--alike", query])
    let items = unfolded["items"]?.elements ?? []
    #expect(items.count == total)
    #expect(items.allSatisfy { $0["alike"]?.elements?.isEmpty == true })
    for (language, words) in [("en", "more alike"), ("zh", "个相同段落")] {
      let text = try run(["search", "-l", "1000", query, "--ui", language])
      #expect(text.output.contains(words) && text.output.contains("--alike"))
    }
  }

  @Test("documents are listed with their best passage, and the facets count documents")
  func grouped() throws {
    let found = try answer(["--group", "document", "-l", "1000", "三保障"])
    let items = found["items"]?.elements ?? []
    let documents = Set(items.compactMap { $0["document"]?["id"]?.text })
    #expect(found["total"] == .integer(items.count) && documents.count == items.count)
    #expect(items.count > 5)
    let facets = found["facets"]
    let counts = facets?["document"]?["counts"]?.elements ?? []
    #expect(facets?["document"]?["total"] == .integer(items.count))
    #expect(counts.allSatisfy { $0["count"] == .integer(1) })
    #expect(facets?["concept"] == facets?["tag"])
    for name in ["kind", "issuer", "year", "language", "voice", "status", "concept"] {
      guard let count = facets?[name]?["counts"]?.elements?.first else { continue }
      let filter = try #require(count["filter"]?.text)
      let filtered = try answer(["--group", "document", "-l", "1", "三保障", "--filter", filter])
      #expect(filtered["total"] == count["count"], "\(name) \(filter)")
    }
    let english = try run(["search", "--group", "document", "三保障"])
    #expect(english.errors.contains("documents with"))
    let chinese = try run(["search", "--group", "document", "三保障", "--ui", "zh"])
    #expect(chinese.errors.contains("份文档"))
  }

  @Test("a cursor of another revision, of another query or made up is refused, with the reason")
  func cursors() throws {
    let next = try #require(try answer(["-l", "2", "三保障"])["next"]?.text)
    #expect(try run(["search", "-l", "5", "三保障", "--next", next]).status == 0)
    for (words, code, english, chinese) in [
      (["住房", "--next", next], "cursor-other-request", "another query", "另一查询"),
      (["三保障", "--sort", "newest", "--next", next], "cursor-other-request", "options", "选项"),
      (["三保障", "--next", "n1"], "cursor-malformed", "no cursor", "不是先前结果"),
      (
        ["三保障", "--next", "c1" + String(repeating: "z", count: 28)], "cursor-malformed",
        "no cursor",
        "不是先前结果"
      ),
    ] {
      let text = try run(["search"] + words)
      #expect(text.status == 2 && text.output.isEmpty && text.errors.contains(english))
      #expect(try run(["search", "--ui", "zh"] + words).errors.contains(chinese))
      let json = try run(["search", "--json"] + words)
      #expect(try JSONTree(json.output)["error"]?["code"]?.text == code)
    }
    let folder = try ScratchFolder()
    for number in 1...3 {
      try folder.write("Water \(number) is tested by the county.\n", to: "c/\(number).txt")
    }
    let corpus = ["c", "--index", "i"]
    _ = try CommandProcess.run(["index"] + corpus, folder: folder.path)
    let first = try CommandProcess.run(
      ["search", "water", "-l", "1", "--json", "--index", "i"], folder: folder.path)
    let old = try #require(try JSONTree(first.output)["next"]?.text)
    try folder.write("More water.\n", to: "c/4.txt")
    _ = try CommandProcess.run(["index"] + corpus, folder: folder.path)
    let refused = try CommandProcess.run(
      ["search", "water", "-l", "1", "--next", old, "--index", "i"], folder: folder.path)
    #expect(refused.status == 2 && refused.errors.contains("another revision"))
  }

  @Test("--all prints an envelope and a line for each hit, and stops when nobody reads on")
  func stream() throws {
    for options in [[], ["--sort", "document"], ["--sort", "newest"], ["--group", "document"]] {
      let streamed = try run(["search", "--all", "--json", "住房 OR housing"] + options)
      let lines = streamed.output.split(separator: "\n").map(String.init)
      let head = try JSONTree(try #require(lines.first))
      #expect(try checker.problems(of: lines[0], under: "search.schema.json").isEmpty)
      #expect(head["total"] == .integer(lines.count - 1) && head["truncated"] == .bool(false))
      let listed = try answer(["--alike", "-l", "10000", "住房 OR housing"] + options)
      let items = try lines.dropFirst().map { try JSONTree($0) }
      #expect(items == listed["items"]?.elements)
      #expect(streamed.status == 0)
    }
    let none = try run(["search", "--all", "--json", "zzyzx"])
    #expect(none.status == 1 && none.output.split(separator: "\n").count == 1)
    #expect(try run(["search", "--all", "--facet", "kind", "x"]).status == 2)
    let program = CommandProcess.folder + "/gazette"
    let words = "search --all --json --index \(try #require(Self.index)) 住房 | head -n 1"
    let closed = try CommandProcess.run(["-c", program + " " + words], program: "/bin/sh")
    #expect(closed.status == 0 && closed.output.split(separator: "\n").count == 1)
    #expect(closed.errors.isEmpty)
  }

  @Test("passages in the order of their documents, and documents by date")
  func sorted() throws {
    let found = try answer(["--sort", "document", "-l", "1000", "住房"])
    let ids = (found["items"]?.elements ?? []).compactMap { $0["document"]?["id"]?.text }
    #expect(!ids.isEmpty && ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("--explain says how the query was taken, in JSON and in both languages")
  func explained() throws {
    let found = try answer(["--explain", "三保障 housing -zzyzx"])
    let understood = found["understood"]
    #expect(understood?["tree"]?["node"]?.text == "all")
    #expect(understood?["tree"]?["parts"]?.elements?.count == 3)
    let pieces = understood?["pieces"]?.elements ?? []
    #expect(pieces.map { $0["text"]?.text } == ["三保障", "housing"])
    #expect(pieces.last?["stem"]?.text == "hous")
    #expect(understood?["aliases"]?.elements?.first?["concept"]?.text == "three-guarantees")
    #expect(try answer(["三保障"])["understood"] == .null)
    let english = try run(["search", "--explain", "三保障 housing"])
    #expect(english.output.contains("taken as:") && english.output.contains("was cut into"))
    let chinese = try run(["search", "--explain", "三保障 housing", "--ui", "zh"])
    #expect(chinese.output.contains("理解为") && chinese.output.contains("切分为"))
    let grouped = try answer(["--explain", "--group", "document", "住房 安全"])
    for (explanation, item) in zip(
      grouped["explain"]?.elements ?? [], grouped["items"]?.elements ?? [])
    {
      guard case .number(let value)? = explanation["value"],
        case .number(let score)? = item["score"]
      else { continue }
      #expect(Float(value) == Float(score))
    }
  }

  @Test("nothing found: where it was looked for, what is nearest, what to try")
  func nothing() throws {
    let found = try answer(["zzyzx 住房 kind:law"])
    #expect(found["total"] == .integer(0))
    let parts = found["searched"]?["parts"]?.elements ?? []
    #expect(parts.map { $0["query"]?.text } == ["zzyzx", "住房", "kind:law"])
    #expect(found["searched"]?["nearest"]?.elements?.first?["query"]?.text == "住房")
    #expect(found["searched"]?["fields"]?.elements?.contains(.string("kind")) == true)
    #expect(try answer(["住房"])["searched"] == .null)
    let english = try run(["search", "“住房饮水教育” kind:law"])
    #expect(english.status == 1 && english.output.isEmpty)
    #expect(english.errors.contains("looked through") && english.errors.contains("by itself"))
    let chinese = try run(["search", "“住房饮水教育” kind:law", "--ui", "zh"])
    #expect(chinese.errors.contains("检索范围") && chinese.errors.contains("单查"))
  }

  @Test("a phrase and a word that no passage has together are found apart, marked as partial")
  func apart() throws {
    let found = try answer(["“safe housing” 控辍保学"])
    #expect(found["query"]?["partial"] == .bool(true))
    let items = found["items"]?.elements ?? []
    #expect(!items.isEmpty)
    #expect(items.allSatisfy { $0["missing"]?.elements?.isEmpty == false })
  }

  @Test("a document is shown by its number, in whatever brackets")
  func numbered() throws {
    let numbers = ["示政办发〔2023〕12号", "示政办发[2023]12号", "示政办发(2023)12号"]
    let shown = try numbers.map { try run(["show", $0, "--outline"]) }
    #expect(shown.allSatisfy { $0.status == 0 && !$0.output.isEmpty })
    #expect(Set(shown.map(\.output)).count == 1)
    #expect(try run(["show", "示政办发〔2023〕9912号"]).status == 2)
  }
}
