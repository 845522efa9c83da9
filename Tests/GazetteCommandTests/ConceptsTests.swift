import Foundation
import GazetteTestSupport
import Testing

/// The commands around the thesaurus, as a person and a script use them.
@Suite struct ConceptsTests {
  private let folder: ScratchFolder
  private let index: String
  private let checker: SchemaChecker

  private static let yaml = """
    concepts:
    - id: sample-guarantees
      zh: 三样保障
      en: three sample guarantees
      aliases_en: [three sample securities, three sample worries]
      hidden_en: [three sample worries]
      parts: [sample-schooling, sample-housing, 看病]
    - id: sample-schooling
      zh: 上学
      en: sample schooling
      broader: sample-guarantees
    - id: sample-housing
      zh: 住房
      en: sample housing
      broader: sample-nothing
    """

  /// An index that all tests look at and none changes.
  private static let shared = Result { try Self.indexed() }

  init() throws {
    folder = try ScratchFolder()
    checker = try SchemaChecker.published()
    index = try Self.shared.get().path + "/index"
  }

  /// A folder with a corpus, its thesaurus, and their index.
  private static func indexed() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(Self.yaml, to: "c/concepts.yaml")
    try folder.write(
      "# 讲话\n\n2019年3月1日\n\n“三样保障”就是上学、住房，还有做到“七看”：看灶、看床、看圈、看仓、看院、看井、看账。\n",
      to: "c/speech.md")
    try folder.write(
      "The three sample securities and the three sample worries, with sample schooling.\n",
      to: "c/paper.txt")
    let run = try CommandProcess.run([
      "index", folder.path + "/c", "--index", folder.path + "/index",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  /// Runs a command for people and for scripts; the answer for scripts has to fit its schema, and both end alike.
  private func ask(
    _ words: [String], fits shape: String, status: Int32 = 0
  ) throws -> (text: String, talk: String, answer: JSONTree) {
    let plain = try CommandProcess.run(words + ["--index", index])
    let json = try CommandProcess.run(words + ["--index", index, "--json"])
    #expect(plain.status == status && json.status == status, "\(words): \(plain.errors)")
    let problems = try checker.problems(of: json.output, under: shape + ".schema.json")
    #expect(problems.isEmpty, "\(words): \(problems.prefix(5))")
    return (plain.output, plain.errors, try JSONTree(json.output))
  }

  @Test("list names the concepts, by a part of an id or of a label in any script")
  func list() throws {
    let all = try ask(["concepts", "list"], fits: "concepts-list")
    #expect(
      all.text.contains("sample-schooling\tformula\tsample-guarantees\t上学\tsample schooling\n"))
    for pattern in ["ample-guar", "三樣保", "Sample Guarantee"] {
      let found = try ask(["concepts", "list", pattern], fits: "concepts-list")
      #expect(found.answer["items"]?.elements?.count == 1, "\(pattern)")
    }
    _ = try ask(["concepts", "list", "zzyzx"], fits: "concepts-list", status: 1)
  }

  @Test(
    "show keeps the ledger, by id, by a label, by how it is read",
    arguments: ["sample-guarantees", "三样保障", "Three Sample Worries", "sanyangbaozhang"])
  func show(name: String) throws {
    let shown = try ask(["concepts", "show", name], fits: "concepts-show")
    let ledger = try #require(shown.answer["items"]?.elements?.first)
    #expect(ledger["count"] == .integer(3))
    #expect(ledger["renderings"]?.elements?.count == 3)
    #expect(ledger["firstUse"]?["date"] == .string("2019-03-01"))
    let counts = ledger["members"]?.elements?.compactMap { $0["count"] }
    #expect(counts == [.integer(2), .integer(1), .integer(0)])
    let gap = try #require(ledger["gaps"]?.elements?.first)
    #expect(gap["missing"]?.elements?.first?["label"] == .string("看病"))
    #expect(shown.text.contains("three sample worries  broken  ×1"))
    #expect(shown.text.contains("speech#s0.p2"))
  }

  @Test("a name that nothing has is an error with what comes near, in both languages")
  func unknown() throws {
    let run = try CommandProcess.run(["concepts", "show", "sample-guarantee", "--index", index])
    #expect(run.status == 2 && run.errors.contains("sample-guarantees"))
    let chinese = try CommandProcess.run(
      ["concepts", "show", "没有", "--ui", "zh", "--index", index])
    #expect(chinese.status == 2 && chinese.errors.contains("没有这个概念"))
    let json = try CommandProcess.run(["concepts", "show", "没有", "--json", "--index", index])
    #expect(json.status == 2 && json.json?["ok"] as? Bool == false)
  }

  @Test("timeline draws bars, and a picture when asked; status 1 for what is never used")
  func timeline() throws {
    let picture = folder.path + "/a.svg"
    let drawn = try ask(
      ["concepts", "timeline", "sample-guarantees", "--svg", picture], fits: "concepts-timeline")
    #expect(
      drawn.text.contains("2019-03  ████")
        && drawn.text.contains("2 more without a date (documents: 1)"))
    let svg = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(svg.hasPrefix("<?xml") && svg.contains("three sample guarantees"))
    _ = try ask(
      ["concepts", "timeline", "two-exemptions-one-subsidy"], fits: "concepts-timeline", status: 1)
    let refused = try CommandProcess.run(
      [
        "concepts", "timeline", "sample-guarantees", "--svg", "/nonexistent/a.svg", "--index",
        index,
      ])
    #expect(refused.status == 2 && refused.errors.contains("/nonexistent/a.svg"))
  }

  @Test("lint names file and line, of the texts too when asked, and of a file that is being edited")
  func lint() throws {
    let faults = try ask(["concepts", "lint"], fits: "concepts-lint", status: 1)
    #expect(faults.text.contains("concepts.yaml:12: error: sample-housing: the wider concept"))
    let all = try ask(["concepts", "lint", "--all"], fits: "concepts-lint", status: 1)
    #expect(all.text.contains("“three sample guarantees” occurs nowhere"))
    try folder.write("concepts:\n- {id: x, en: xylem, zh: 木质部, broader: x}\n", to: "new.yaml")
    let edited = try ask(
      ["concepts", "lint", "--concepts", folder.path + "/new.yaml"], fits: "concepts-lint",
      status: 1)
    #expect(edited.answer["items"]?.elements?.count == 1)
    #expect(edited.answer["items"]?.elements?.first?["kind"] == .string("broader-cycle"))
    let chinese = try CommandProcess.run(["concepts", "lint", "--ui", "zh", "--index", index])
    #expect(chinese.output.contains("上位概念“sample-nothing”不存在"))
    let other = try CommandProcess.run(
      ["concepts", "show", "x", "--concepts", folder.path + "/new.yaml", "--index", index])
    #expect(other.status == 2 && other.errors.contains("gazette index --concepts"))
  }

  @Test("what discover proposes is accepted as it is, and then it is not proposed again")
  func discover() throws {
    let found = try ask(["concepts", "discover"], fits: "concepts-discover")
    #expect(found.text.contains("七看") && found.text.contains("看灶; 看床"))
    let yaml = try CommandProcess.run(["concepts", "discover", "--yaml", "--index", index]).output
    let folder = try Self.indexed()
    try folder.write(Self.yaml + "\n" + yaml.dropFirst("concepts:\n".count), to: "c/concepts.yaml")
    let index = folder.path + "/index"
    let again = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(again.status == 0, "\(again.errors)")
    let rest = try CommandProcess.run(["concepts", "discover", "--index", index, "--json"])
    #expect(rest.status == 1 && rest.json?["total"] as? Int == 0)
    let shown = try CommandProcess.run(["concepts", "show", "七看", "--index", index])
    #expect(shown.status == 0 && shown.output.contains("看灶"))
  }

  @Test("a thesaurus that goes out as SKOS comes in again", arguments: ["turtle", "rdf"])
  func exchange(form: String) throws {
    let out = try ask(["concepts", "export", "--to", form], fits: "concepts-export")
    try folder.write(out.text, to: "out")
    let taken = try ask(["concepts", "import", folder.path + "/out"], fits: "concepts-import")
    #expect(taken.answer["items"]?.elements?.first?["notices"] == .array([]))
    try folder.write(taken.text, to: "in.yaml")
    let again = try ask(
      ["concepts", "export", "--to", form, "--concepts", folder.path + "/in.yaml"],
      fits: "concepts-export")
    #expect(again.text == out.text)
    let broken = try CommandProcess.run(
      ["concepts", "import", ProjectFolder.top + "/README.md", "--json"])
    #expect(broken.status == 2 && broken.output.contains("not-rdf"))
  }

  @Test("the draft of somebody is told its places, in both languages")
  func draft() throws {
    try folder.write("Intro.\n\nThe three sample worries matter.\n", to: "draft.md")
    let path = folder.path + "/draft.md"
    let told = try ask(["lint", path], fits: "lint", status: 1)
    #expect(told.text.hasPrefix(path + ":3:5: “three sample worries” is a broken rendering"))
    let chinese = try CommandProcess.run(["lint", path, "--ui", "zh", "--index", index])
    #expect(chinese.output.contains("应写“three sample guarantees”"))
    try folder.write("The three sample guarantees.\n", to: "fine.md")
    _ = try ask(["lint", folder.path + "/fine.md"], fits: "lint")
    // What was not read as it stands is told in JSON as in print.
    try folder.write(
      Array("A plain line that is long enough to be read.\nFine ".utf8) + [0xFF]
        + Array(" end of the plain line.\n".utf8), to: "damaged.txt")
    let damaged = try ask(["lint", folder.path + "/damaged.txt"], fits: "lint")
    let notices = damaged.answer["notices"]?.elements ?? []
    #expect(!notices.isEmpty && notices.allSatisfy { $0["kind"] != nil && $0["count"] != nil })
    let absent = try CommandProcess.run(["lint", folder.path + "/absent.md", "--index", index])
    #expect(absent.status == 2)
  }

  @Test("every one of them has help in both languages, and fails with a way out without an index")
  func help() throws {
    for words in [
      ["concepts"], ["concepts", "list"], ["concepts", "show"], ["concepts", "timeline"],
      ["concepts", "lint"], ["concepts", "discover"], ["concepts", "export"],
      ["concepts", "import"], ["lint"],
    ] {
      let english = try CommandProcess.run(words + ["--help"])
      #expect(
        english.status == 0
          && english.output.contains("USAGE: gazette " + words.joined(separator: " ")))
      let chinese = try CommandProcess.run(words + ["--help", "--ui", "zh"])
      #expect(chinese.status == 0 && chinese.output.contains("用法：gazette"))
      #expect(!chinese.output.contains("USAGE"))
    }
    let run = try CommandProcess.run(["concepts", "list", "--index", "/nonexistent"])
    #expect(run.status == 2 && run.errors.contains("gazette index"))
  }
}
