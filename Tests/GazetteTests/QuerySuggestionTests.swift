import Gazette
import GazetteTestSupport
import Testing

/// What is offered for words that stand nowhere, and what is said of passages that lack some.
@Suite struct QuerySuggestionTests {
  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      concepts:
      - id: no-worries
        zh: 两不愁
        en: two no-worries
      """, to: "corpus/concepts.yaml")
    try folder.write(
      """
      The government of the county pays. Governments plan. The household reads.

      The household keeps its file in the township.
      """, to: "corpus/en.txt")
    try folder.write(
      "# 扶贫搬迁办法\n\n县级人民政府负责饮水安全。\n\n稳定实现两不愁。\n", to: "corpus/zh.md")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  @Test(
    "For a word that stands nowhere those like it are offered, with how many passages have them",
    arguments: [
      ("goverment", ["goverment → government 1, governments 1"]),
      ("pays houshold", ["houshold → household 2"]),
      ("饮水案全", ["饮水案全 → 饮水安全 1 (pinyin)"]), ("饮水完全", ["饮水完全 → 饮水安全 1"]),
      ("两不筹", ["两不筹 → 两不愁 1 (pinyin)"]),
      ("liangbuchou", ["liangbuchou → 两不愁 1 (pinyin)"]),
      ("扶平搬迁", ["扶平搬迁 → 扶贫搬迁 2 (pinyin)"]),
      ("扶平", ["扶平 → 扶贫 2 (pinyin)"]),
      // What stands somewhere, what is like nothing, what is no word.
      ("government", []), ("kangaroo", []), ("袋鼠", []), ("2018", []), ("gov*", []), ("", []),
    ])
  func offers(_ query: String, _ expected: [String]) throws {
    let found = try search.suggestions(for: ParsedQuery(query)).map { suggestion in
      let offers = suggestion.offers.map { offer in
        "\(offer.text) \(offer.count)" + (offer.likeness == .pinyin ? " (pinyin)" : "")
      }
      return "\(suggestion.word) → \(offers.joined(separator: ", "))"
    }
    #expect(found == expected)
  }

  @Test("The query is offered whole, with the word replaced, and never asked unasked")
  func query() throws {
    let parsed = ParsedQuery("“饮水安全” AND 人民政策")
    #expect(try search.suggestions(for: parsed).first?.query == "“饮水安全” AND 人民政府")
    #expect(try search.search("人民政策 县级").hits.allSatisfy { $0.missing == ["政策"] })
    #expect(try search.search("kangaroo").totalCount == 0)
  }

  @Test("A title alone is found when no passage has the words", arguments: ["扶贫搬迁", "扶贫 办法"])
  func titles(_ query: String) throws {
    let results = try search.search(query)
    #expect(results.totalCount == 2 && !results.isPartial)
    #expect(results.hits.allSatisfy { $0.matches.allSatisfy { $0.field == "title" } })
  }

  @Test(
    "A passage that comes nearest says what it lacks",
    arguments: [
      ("household file township kangaroo", ["kangaroo"]),
      ("household reads kangaroo government pays", ["kangaroo"]),
      ("县级人民政府负责用水安全", ["责用水"]), ("household file", []),
    ])
  func missing(_ query: String, _ expected: [String]) throws {
    let first = try #require(try search.search(query).hits.first)
    #expect(first.missing == expected)
  }

  @Test(
    "A text that is no query is offered with the least change that makes it one",
    arguments: [
      ("\"safe water", "\"safe water\""), ("“饮水", "“饮水”"), ("(a OR b", "(a OR b)"),
      ("a OR b)", "a OR b"), ("a OR", "a"), ("AND a", " a"), ("a ”", "a "), ("title:", "title"),
      ("date:soon", nil), ("a b", nil), ("a NEAR/5 b*", nil),
    ] as [(String, String?)])
  func repaired(_ text: String, _ expected: String?) {
    #expect(ParsedQuery(text).repaired == expected)
  }
}
