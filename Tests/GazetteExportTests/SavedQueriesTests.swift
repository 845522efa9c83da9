import GazetteExport
import GazetteTestSupport
import Testing

@Suite struct SavedQueriesTests {
  @Test("a file of queries is a file of saved ones: JSON by its id, a bare text by its line")
  func entries() {
    let queries = SavedQueries(
      "{\"id\":\"水\",\"text\":\"饮水安全\"}\r\n\nsafe housing\n{\"id\":7,\"text\":\"x\"}\n{broken\n")
    #expect(queries.entries.map(\.name) == ["水", "3", "7", "5"])
    #expect(queries.entries.map(\.text) == ["饮水安全", "safe housing", "x", "{broken"])
    #expect(queries["水"]?.line == 1 && queries["none"] == nil)
    #expect(SavedQueries("").entries.isEmpty && SavedQueries("").text.isEmpty)
  }

  @Test("what else people wrote stays, whatever is saved and removed")
  func edits() throws {
    var queries = SavedQueries(
      "{\"id\":\"a\",\"note\":\"for May\",\"text\":\"one\"}\nplain words\n")
    try queries.save("two “three” \\ \"four\"", as: "a")
    try queries.save("五", as: "新的")
    #expect(
      queries.text == #"{"id":"a","note":"for May","text":"two “three” \\ \"four\""}"# + "\n"
        + "plain words\n" + #"{"id":"新的","text":"五"}"# + "\n")
    #expect(SavedQueries(queries.text)["a"]?.text == "two “three” \\ \"four\"")
    #expect(queries.remove("a")?.text.hasPrefix("two") == true)
    #expect(queries.remove("a") == nil)
    #expect(queries.entries.map(\.name) == ["1", "新的"])
    queries.remove("1")
    // Bare texts behind it keep their lines, and with them their names.
    #expect(queries.text == "\n" + #"{"id":"新的","text":"五"}"# + "\n")
  }

  @Test("of two lines with one name the last counts, and both go")
  func twice() {
    var queries = SavedQueries("{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"a\",\"text\":\"two\"}\n")
    #expect(queries.entries.map(\.text) == ["two"])
    queries.remove("a")
    #expect(queries.text.isEmpty)
  }

  @Test("any names and queries come back as they were saved, in any order of saving and removing")
  func random() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var queries = SavedQueries("")
    var expected: [String: String] = [:]
    let pieces = [
      "a", "水", "\"", "\\", "{", "}", "\t", " ", "é", "#", ":", "0", "\u{1F600}", "\u{2028}",
    ]
    func text(_ count: Int) -> String {
      (0..<1 + generator.below(count)).map { _ in pieces[generator.below(pieces.count)] }.joined()
    }
    for _ in 0..<2_000 {
      let name = text(3)
      guard SavedQueries.isName(name) else { continue }
      if generator.once(in: 3) {
        #expect(queries.remove(name)?.text == expected.removeValue(forKey: name), "seed \(seed)")
      } else {
        let query = text(6)
        try queries.save(query, as: name)
        expected[name] = query
      }
      if generator.once(in: 5) { queries = SavedQueries(queries.text) }
      let found = Dictionary(uniqueKeysWithValues: queries.entries.map { ($0.name, $0.text) })
      #expect(found == expected, "seed \(seed)")
      if found != expected { return }
    }
  }
}
