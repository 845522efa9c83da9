import GazetteTestSupport
import Testing

/// What the built command prints with `--json` fits the schemas that are published with it.
@Suite struct AnswerSchemaTests {
  private let checker: SchemaChecker
  private let folder: ScratchFolder
  private let index: String

  init() throws {
    checker = try SchemaChecker.published()
    folder = try ScratchFolder()
    index = folder.path + "/index"
  }

  /// Asks the command and holds its answer to the schema of a shape.
  @discardableResult
  private func ask(_ words: [String], index: String, fits shape: String) throws -> JSONTree {
    let run = try CommandProcess.run(
      [words[0], "--json", "--index", index] + words.dropFirst())
    let problems = try checker.problems(of: run.output, under: shape + ".schema.json")
    #expect(problems.isEmpty, "\(words): \(problems.prefix(5))")
    #expect(run.output.utf8.count { $0 == 0x0A } == 1, "\(words): not one line")
    let answer = try JSONTree(run.output)
    if shape == "error" {
      #expect(run.status == 2 && answer["status"] == .integer(2), "\(words): \(run.errors)")
    } else if shape != "index" {
      let isEmpty = try #require(answer["items"]?.elements).isEmpty
      #expect(run.status == (isEmpty ? 1 : 0), "\(words): \(run.errors)")
    }
    return answer
  }

  @Test("answers over the sample corpus: found, not found, a page and the next, a place, an id")
  func corpus() throws {
    try ask(["index", ProjectFolder.corpus], index: index, fits: "index")
    try ask(["index", ProjectFolder.corpus], index: index, fits: "index")
    try ask(["stats"], index: index, fits: "stats")
    for query in ["three guarantees", "三保障", "“三保障”", "zzyzx", "the AND ( \"", "-housing 住房"] {
      let found = try ask(["search", "--limit", "2", "--", query], index: index, fits: "search")
      guard let next = found["next"]?.text else { continue }
      try ask(["search", "--next", next, "--", query], index: index, fits: "search")
    }
    let explained = try ask(
      ["search", "--explain", "--sort", "newest", "住房"], index: index, fits: "search")
    #expect(explained["explain"]?.elements?.count == explained["items"]?.elements?.count)
    let total = try #require(explained["total"])
    let languages = explained["facets"]?["language"]?["counts"]?.elements ?? []
    #expect(languages.first?["count"] == total)
    let examined = try ask(["doctor"], index: index, fits: "doctor")["items"]?.elements?.first
    #expect(examined?["sound"] == .bool(true))
    try ask(["cite", "zzyzx"], index: index, fits: "cite")
    try ask(["list", "zzyzx"], index: index, fits: "list")
    let documents = try ask(["list"], index: index, fits: "list")["items"]?.elements ?? []
    #expect(documents.count >= 20)
    for document in documents {
      let id = try #require(document["id"]?.text)
      let shown = try ask(["show", id], index: index, fits: "show")["items"]?.elements?.first
      let passage = try #require(shown?["passages"]?.elements?.last)
      let path = try #require(passage["path"]?.text)
      try ask(["show", "\(id)#\(path)", "--context", "1"], index: index, fits: "show")
      try ask(["cite", try #require(passage["id"]?.text)], index: index, fits: "cite")
    }
  }

  @Test("answers over odd files: skipped, failed, mended, empty")
  func oddFiles() throws {
    try folder.write("One sentence about safe housing.\n", to: "c/small.txt")
    try folder.write("", to: "c/empty.txt")
    try folder.write("It keeps public **** services realu2014u2014 going.\n", to: "c/damaged.txt")
    try folder.write("hidden", to: "c/.hidden")
    try folder.write(String(repeating: "words and words\n", count: 80_000), to: "c/large.txt")
    let words = ["index", folder.path + "/c", "--max-size", "1"]
    let report = try ask(words, index: index, fits: "index")
    let item = try #require(report["items"]?.elements?.first)
    #expect(report["complete"] == .bool(false) && item["failed"] == .integer(1))
    #expect(item["skips"]?.elements?.isEmpty == false)
    #expect(item["notes"]?.elements?.isEmpty == false)
    try ask(["show", "small"], index: index, fits: "show")
    try ask(["show", "empty"], index: index, fits: "show")
    try ask(["show", "damaged"], index: index, fits: "show")
    try ask(["search", "services"], index: index, fits: "search")
    try ask(["stats"], index: index, fits: "stats")
  }

  @Test("every failure is an error of one shape")
  func failures() throws {
    let absent = folder.path + "/absent"
    for words in [
      ["search", "x"], ["show", "x"], ["cite", "x"], ["list"], ["stats"], ["doctor"],
    ] {
      try ask(words, index: absent, fits: "error")
    }
    try ask(["index", absent], index: index, fits: "error")
    try ask(["search", "--limit", "0", "x"], index: index, fits: "error")
    try ask(["search", "--no-such-option", "x"], index: index, fits: "error")
    try folder.write("One sentence.\n", to: "c/small.txt")
    try ask(["index", folder.path + "/c"], index: index, fits: "index")
    try ask(["show", "absent"], index: index, fits: "error")
    try ask(["show", "small#s9.p9"], index: index, fits: "error")
  }
}
