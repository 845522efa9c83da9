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
    "A sign that was taken as text is printed so that it is taken as text again",
    arguments: [
      #"farm\《yard~"#, #"farm\《yard~1"#, #"wom?n\《x"#, #"a\:b*c"#, #"farm\^2~"#, #"\AND a\"b~2"#,
      #"pre\(fix*"#, #"x\~3"#, #"ab\*c"#,
    ])
  func signs(_ text: String) {
    let parsed = ParsedQuery(text)
    #expect(parsed.problem == nil)
    let again = ParsedQuery(parsed.syntax.description)
    #expect(again.syntax == parsed.syntax && again.problem == nil, "\(parsed.syntax)")
  }
}
