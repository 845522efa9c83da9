import Gazette
import GazetteTestSupport
import Testing

/// Patterns, misspellings, gaps, what counts more, and what stands together: what they find, and what is lit.
@Suite struct QueryOperatorTests {
  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      # Water works

      ## Duties

      Women carry the water. The county government pays for the labour.

      The government of the county repairs each pipe.

      ## Dates

      A woman reads the meter. Labor is paid in May.
      """, to: "corpus/en.md")
    try folder.write(
      """
      # 饮水安全工作

      ## 责任

      县级人民政府负责饮水安全。乡镇保障水费。

      两个村不再愁水。乡镇负责管护。

      ## 时限

      五月底前完成饮用水安全检查。
      """, to: "corpus/zh.md")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  @Test(
    "Each finds its passages, in the order of the documents",
    arguments: [
      // Patterns.
      ("wom?n", ["Women", "woman"]), ("wom?n meter", ["woman|meter"]),
      ("labo*r", ["labour", "Labor"]), ("title:w*ter", ["Water (title)"]),
      ("两*愁", ["两个村不再愁"]), ("饮*安全", ["饮水安全", "饮用水安全"]), ("wom?n?", ["Women", "woman"]),
      // Misspellings: in English letters, in Chinese characters.
      ("goverment~", ["government", "government"]), ("goverment~1 labour", ["government|labour"]),
      ("饮用安全~", ["饮水安全", "饮用水安全"]), ("饮水案全~", ["饮水安全"]), ("watre~1 carry", ["carry|water"]),
      // Gaps.
      ("\"county repairs pipe\"~1", ["county repairs each pipe"]), ("\"county pipe\"~1", []),
      ("“县级 负责”~4", ["县级人民政府负责"]),
      // What stands together.
      ("sentence:(women water)", ["Women|water"]), ("sentence:(women labour)", []),
      ("passage:(women labour)", ["Women|labour"]), ("sentence:(饮水 负责)", ["负责|饮水"]),
      ("sentence:(负责 水费)", []), ("passage:(负责 水费)", ["负责|水费"]),
      ("section:(women pipe)", ["Women", "pipe"]), ("section:(women meter)", []),
      ("document:(women meter)", ["Women", "meter"]), ("document:(水费 检查)", ["水费", "检查"]),
      ("document:(women 检查)", []), ("sentence:(wom?n read~)", ["woman|reads"]),
      // Signs as text.
      (#"\AND water"#, []), (#"labo\*r"#, []),
    ] as [(String, [String])])
  func found(_ query: String, _ expected: [String]) throws {
    let results = try search.search(query, limit: 50)
    #expect(results.query.problem == nil)
    let hits = results.isPartial ? [] : results.hits
    let lit = hits.sorted {
      ($0.passage.document.id.name, $0.passage.passage.span.start.byte)
        < ($1.passage.document.id.name, $1.passage.passage.span.start.byte)
    }.map { hit in
      let words = hit.matches.filter { $0.span != nil }.map(\.term)
      let around = hit.matches.filter { $0.span == nil }.map { "\($0.term) (\($0.field))" }
      return (words.isEmpty ? around : words).joined(separator: "|")
    }
    if expected == ["Water (title)"] {
      #expect(!lit.isEmpty && lit.allSatisfy { $0 == "Water (title)" })
    } else {
      #expect(lit == expected)
    }
  }

  @Test("What is nearly the word says so, the word itself does not")
  func kinds() throws {
    let near = try #require(try search.search("goverment~").hits.first)
    #expect(near.matches.map(\.kind) == [.fuzzy])
    let own = try #require(try search.search("government~").hits.first)
    #expect(own.matches.map(\.kind) == [.literal])
    let fitting = try #require(try search.search("labo*r").hits.first)
    #expect(fitting.matches.map(\.kind) == [.prefix])
  }

  @Test(
    "What counts more comes first",
    arguments: [("women^5 OR woman", "Women"), ("women OR woman^5", "A woman")])
  func boosts(_ query: String, _ start: String) throws {
    let first = try #require(try search.search(query).hits.first)
    #expect(first.passage.text.hasPrefix(start))
  }
}
