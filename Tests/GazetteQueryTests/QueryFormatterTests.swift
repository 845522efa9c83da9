import GazetteQuery
import GazetteTestSupport
import Testing

@Suite("QueryFormatter")
struct QueryFormatterTests {
  @Test("A printed tree parses to an equal tree")
  func trees() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = QueryGenerator(seed: seed)
    for round in 0..<5_000 {
      let tree = random.tree(depth: 5)
      let text = tree.description
      let parsed = ParsedQuery(text)
      let isEqual = parsed.syntax == tree && [nil, .emptyQuote].contains(parsed.problem?.reason)
      #expect(
        isEqual,
        "seed \(seed), round \(round): \(text.debugDescription) \(String(describing: parsed.problem))"
      )
      if !isEqual { return }
    }
  }

  @Test(
    "Nothing that is typed stops the parser, and what it understood can be printed and read again")
  func texts() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = QueryGenerator(seed: seed)
    // Ten million in a soak.
    let scale = TestScale.factor
    for round in 0..<100_000 * scale * scale {
      let text = round % 5 == 0 ? random.scalars(24) : random.text(pieces: 12)
      let parsed = ParsedQuery(text)
      guard round % 8 == 0 else { continue }
      let printed = parsed.syntax.description
      let again = ParsedQuery(printed)
      let isSame =
        again.syntax == parsed.syntax && (parsed.problem != nil || again.problem == nil)
        && parsed.pieces.allSatisfy { $0.range.upperBound <= text.utf8.count }
      if !isSame {
        Issue.record(
          "seed \(seed), round \(round): \(text.debugDescription) → \(printed.debugDescription)")
        return
      }
    }
  }
}
