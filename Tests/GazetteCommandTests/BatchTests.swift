import GazetteTestSupport
import Testing

/// Files of queries: each line is answered, whatever the others are.
@Suite struct BatchTests {
  @Test("A line of JSON for each query, in order, a bad one among them")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write("Women carry the water.\n\nThe county pays.\n", to: "corpus/en.txt")
    try folder.write("县级人民政府负责饮水安全。\n", to: "corpus/zh.txt")
    let index = folder.path + "/index"
    #expect(
      try CommandProcess.run(["index", folder.path + "/corpus", "--index", index]).status == 0)
    try folder.write(
      """
      water
      {"id": "q2", "text": "饮水安全"}

      tag:nonsuch
      "county pays
      {"id": 7, "text": "饮水案全"}
      {broken water
      """, to: "queries")
    let run = try CommandProcess.run(
      ["search", "--queries", folder.path + "/queries", "--index", index])
    #expect(run.status == 2, "one line could not be answered")
    let lines = run.output.split(separator: "\n").map(String.init)
    let answers = try lines.map { try JSONTree($0) }
    #expect(
      answers.map { $0["query"]?["id"] } == [
        .integer(1), .string("q2"), .integer(4), .integer(5), .integer(7), .integer(7),
      ])
    #expect(
      answers.map { $0["total"] } == [
        .integer(1), .integer(1), nil, .integer(1), .integer(0), .integer(0),
      ])
    #expect(answers[2]["ok"] == .bool(false))
    #expect(answers[3]["query"]?["problem"]?["repaired"]?.text == "\"county pays\"")
    #expect(
      answers[4]["suggestions"]?.elements?.first?["offers"]?.elements?.first?["text"]?.text
        == "饮水安全")
    let checker = try SchemaChecker.published()
    for (place, line) in lines.enumerated() where place != 2 {
      #expect(try checker.problems(of: line, under: "search.schema.json").isEmpty)
    }
  }

  @Test(
    "The status says whether something was found",
    arguments: [("water\nkangaroo\n", 0 as Int32), ("kangaroo\n", 1), ("\n", 1)])
  func status(_ queries: String, _ expected: Int32) throws {
    let folder = try ScratchFolder()
    try folder.write("Women carry the water.\n", to: "corpus/en.txt")
    let index = folder.path + "/index"
    _ = try CommandProcess.run(["index", folder.path + "/corpus", "--index", index])
    try folder.write(queries, to: "queries")
    let run = try CommandProcess.run(
      ["search", "--queries", folder.path + "/queries", "--index", index])
    #expect(run.status == expected)
  }

  @Test("A file that cannot be read is an error in the language of the run")
  func unreadable() throws {
    let run = try CommandProcess.run(
      ["search", "--queries", "/nonexistent/queries", "--ui", "zh", "--index", "/nonexistent"])
    #expect(run.status == 2)
  }
}
