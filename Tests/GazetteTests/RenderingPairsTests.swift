import Gazette
import GazetteTestSupport
import Testing

/// The renderings of 三保障 are one thing: each as the query finds the passages with each other one.
@Suite struct RenderingPairsTests {
  /// A rendering, and a passage of a document of its own that has it beside what it is about.
  private static let passages: [(words: String, text: String)] = [
    ("Three guarantees", "Three guarantees come first: access to compulsory education is one."),
    ("三保障", "三保障要逐户核对，义务教育是其中一项。"),
    ("3保障", "3保障要逐户核对，义务教育有保障是其中一项。"),
    ("Three Assurances", "The Three Assurances begin with access to compulsory education."),
    ("three securities", "Of the three securities, access to compulsory education comes first."),
    (
      "two worries and three guarantees",
      "The two worries and three guarantees were written down by a machine."
    ),
  ]

  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    for (number, passage) in Self.passages.enumerated() {
      try folder.write("Sample.\n\n\(passage.text)\n", to: "corpus/d\(number).txt")
    }
    try folder.write(
      "Sample.\n\nThe three securities were traded on Monday.\n", to: "corpus/exchange.txt")
    try folder.write(
      "Sample.\n\nThey call it the “three securities” there.\n", to: "corpus/quoted.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  private func documents(_ query: String) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for hit in try search.search(query, limit: 50).hits {
      found[hit.passage.document.id.name] = hit.matches.compactMap { $0.concept }
    }
    return found
  }

  @Test("the tag finds every rendering, and the ambiguous one only where something tells")
  func tag() throws {
    let found = Set(try documents("tag:three-guarantees").keys)
    #expect(found == ["d0", "d1", "d2", "d3", "d4", "d5", "quoted"])
    for passage in Self.passages.prefix(5) {
      #expect(Set(try documents("tag:\"\(passage.words)\"").keys).isSuperset(of: found))
    }
  }

  @Test(
    "each rendering as the query finds the passages with each other one, and says what matched",
    arguments: 0..<5)
  func pairs(number: Int) throws {
    let found = try documents(Self.passages[number].words)
    for other in 0..<6 where other != number {
      let concepts = try #require(found["d\(other)"], "\(Self.passages[number].words) → \(other)")
      // The words themselves, in other numerals or within a longer formula, are no other rendering.
      if [[0, 5], [1, 2], [2, 1]].contains([number, other]) { continue }
      #expect(concepts.contains { $0.hasSuffix("three-guarantees") }, "\(number) → \(other)")
    }
    // Shares of a company are found by their words alone.
    #expect(found["exchange"]?.isEmpty ?? true)
  }

  @Test("the whole formula finds its own renderings in both languages, and the literal query none")
  func whole() throws {
    #expect(try documents("两不愁三保障")["d5"] == ["two-assurances-three-guarantees"])
    let literal = try search.search("\"three securities\"", limit: 50, literally: true)
    #expect(Set(literal.hits.map(\.passage.document.id.name)) == ["d4", "exchange", "quoted"])
  }
}
