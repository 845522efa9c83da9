import Foundation
import GazetteQuery
import GazetteTestSupport
import Testing

/// Random and mutated texts, ten million of them in a soak: nothing that is typed or pasted stops the parser.
@Suite struct QueryFuzzTests {
  @Test(
    "Nothing that is typed stops the parser, what it understood can be printed and read again, and what it mended is a query"
  )
  func texts() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    let count = 100_000 * TestScale.factor * TestScale.factor
    var texts = QueryMutations(seed: seed, models: try QueryMutations.models())
    let start = Date()
    var problems = 0
    var mended = 0
    for round in 0..<count {
      let text = texts.next(round)
      let parsed = ParsedQuery(text)
      if parsed.problem != nil { problems += 1 }
      if let fault = Self.fault(in: parsed, of: text, isThorough: round % 4 == 0) {
        Issue.record("seed \(seed), round \(round): \(fault): \(text.prefix(400).debugDescription)")
        return
      }
      if round % 4 == 0, parsed.repaired != nil { mended += 1 }
    }
    print(
      "query fuzz: seed \(seed), \(count) texts, \(problems) of them no queries, "
        + "\(mended) of a quarter of those mended, \(Int(Date().timeIntervalSince(start))) s")
    #expect(problems > count / 50 && problems < count)
  }

  /// What is wrong with how a text was understood; `nil` for nothing.
  private static func fault(
    in parsed: ParsedQuery, of text: String, isThorough: Bool
  ) -> String? {
    let end = text.utf8.count
    if let problem = parsed.problem, problem.range.upperBound > end { return "a place outside" }
    guard parsed.pieces.allSatisfy({ $0.range.upperBound <= end }) else { return "a piece outside" }
    guard isThorough else { return nil }
    if let repaired = parsed.repaired, ParsedQuery(repaired).problem != nil {
      return "mended to \(repaired.debugDescription), which is no query"
    }
    _ = parsed.partial
    let printed = parsed.syntax.description
    let again = ParsedQuery(printed)
    guard again.syntax == parsed.syntax else { return "printed as \(printed.debugDescription)" }
    guard parsed.problem != nil || again.problem == nil else {
      return "printed as \(printed.debugDescription), which is no query"
    }
    return nil
  }

  @Test(
    "A text is understood whatever its bytes, its length and its depth",
    arguments: [
      ("(", 70_000), ("(a ", 9_000), ("-(", 20_000), ("NOT ", 17_000), ("a OR ", 13_000),
      ("sentence:(", 6_000), ("title:", 11_000), ("“", 22_000), ("\"a\" ", 17_000),
      ("tag:=“", 8_000),
      ("NEAR/5 ", 9_000), ("a NEAR/5 ", 7_500), ("a^2", 20_000), ("x~2 ", 17_000), ("\\", 70_000),
      ("a*?", 22_000), ("date:2018..", 6_000), ("effective:二〇一八年至", 2_500), ("\u{0}", 70_000),
      ("\u{301}", 33_000), ("👨‍👩‍👧", 3_000), ("\u{202E}a", 16_000), ("三", 30_000), ("《", 30_000),
    ])
  func extremes(_ unit: String, _ count: Int) {
    for text in [
      String(repeating: unit, count: count), String(repeating: unit, count: 100),
      String(repeating: unit, count: 100) + "a" + String(repeating: ")", count: 100),
    ] {
      let parsed = ParsedQuery(text)
      #expect(Self.fault(in: parsed, of: text, isThorough: true) == nil)
    }
  }
}
