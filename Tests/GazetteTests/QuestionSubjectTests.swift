import Gazette
import GazetteTestSupport
import Testing

/// A question that names a formula is about it: what does not mention it is no near answer.
@Suite struct QuestionSubjectTests {
  private static func search(_ files: [String: String]) throws -> (ScratchFolder, PolicySearch) {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "corpus/" + name) }
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    return (folder, try PolicySearch(at: folder.path + "/index"))
  }

  private static let files = [
    "a.md": """
    # 责任制规定

    责任人由乡镇确定并公示，变更时登记。

    名单每年核对，电话张贴在村部。
    """,
    "b.md": """
    # 核查办法

    教育、医疗、住房三保障由县长负总责，部门各自负责。

    饮水安全由水务局负责。
    """,
    "c.md": """
    # Duty rules

    Who is responsible is posted in the village office; responsible persons are responsible for what they sign.
    """,
    "d.md": """
    # Verification rules

    The head of the county answers for the three guarantees, and each department for its part.
    """,
  ]

  @Test(
    "What mentions the formula comes first",
    arguments: [
      ("三保障的责任人是谁", "b"), ("谁负责三保障？", "b"),
      ("who is responsible for the three guarantees in this place?", "d"),
    ])
  func subject(question: String, document: String) throws {
    let (folder, search) = try Self.search(Self.files)
    defer { withExtendedLifetime(folder) {} }
    let results = try search.search(question)
    #expect(results.hits.first?.passage.document.id.name == document)
  }

  @Test("Nobody misses words that say nothing")
  func missing() throws {
    let (folder, search) = try Self.search(Self.files)
    defer { withExtendedLifetime(folder) {} }
    let results = try search.search("三保障的责任人是谁")
    #expect(results.isPartial)
    let missing = Set(results.hits.flatMap(\.missing))
    #expect(
      !missing.isEmpty && missing.isSubset(of: ["三保障", "保障", "责任人", "责任", "任人"]), "\(missing)")
  }
}
