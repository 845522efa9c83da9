import Gazette
import GazetteTestSupport
import Testing

/// A translation belongs to the family of the paper that it translates, where its number says so.
@Suite struct TranslationTests {
  private func families(_ files: [String: String]) throws -> [String: String] {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "corpus/" + name) }
    let report = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index"
    ).run()
    #expect(report.isComplete)
    let documents = try PolicySearch(at: folder.path + "/index").documents()
    return Dictionary(uniqueKeysWithValues: documents.map { ($0.id.name, FamilyName.of($0)) })
  }

  private static let chinese =
    "示例县教育局关于公园的通知\n示教发〔2020〕18号\n各乡镇：\n请落实公园开放的各项工作。\n示例县教育局\n2020年3月5日\n"
  private static let english =
    "Notice of the Education Bureau of Example County on Parks\nShi Jiao Fa [2020] No. 18\nTo all townships:\nPlease see to the opening of parks.\nMarch 5, 2020\n"

  @Test("the letters of a code are the characters of another, with the same year and serial")
  func number() throws {
    let found = try families(["a.txt": Self.chinese, "b.txt": Self.english])
    #expect(found == ["a": "number:示教发〔2020〕18号", "b": "number:示教发〔2020〕18号"])
  }

  @Test(
    "another serial, another code, another day, or two papers that are read alike link nothing",
    arguments: [
      ["a.txt": Self.chinese.replacing("18号", with: "19号")],
      ["a.txt": Self.chinese.replacing("示教发", with: "示农发")],
      ["a.txt": Self.chinese.replacing("3月5日", with: "4月5日")],
      ["a.txt": Self.chinese, "c.txt": Self.chinese.replacing("示", with: "市")],
    ])
  func others(files: [String: String]) throws {
    let found = try families(files.merging(["b.txt": Self.english]) { first, _ in first })
    #expect(found["b"] == "number:ShiJiaoFa〔2020〕18号", "\(found)")
  }

  @Test("a citation in letters means the Chinese paper where the index has no other")
  func citation() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.chinese, to: "corpus/a.txt")
    try folder.write(
      "Notes on Parks\n\nThese notes are a translation of Shi Jiao Fa [2020] No. 18 and say nothing else.\n",
      to: "corpus/b.txt")
    _ = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index"
    ).run()
    let search = try PolicySearch(at: folder.path + "/index")
    let notes = try search.document(named: "b")
    let relation = try #require(notes.relations.first)
    #expect(relation.kind == .translates && notes.relations.count == 1)
    #expect(
      notes.text.string(in: relation.evidence) == "translation of Shi Jiao Fa [2020] No. 18")
    #expect(try search.targets(of: notes.relations, from: notes.id).first?.map(\.name) == ["a"])
  }
}
