import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Which measures of one paper another carries out, and what people decide of it.
@Suite struct CoverageTests {
  private func coverage(_ decisions: CoverageDecisions = .init()) throws -> Coverage {
    let corpus = try MeasureCorpus()
    return Coverage(
      of: try corpus.measures("city"), by: try corpus.measures("county"), decisions: decisions)
  }

  private func row(_ words: String, in coverage: Coverage) throws -> Coverage.Row {
    try #require(
      coverage.rows.first { coverage.sources[$0.source].words.text.contains(words) }, "\(words)")
  }

  @Test(
    "covered, partly covered for what is weaker, later or lower, not covered, only in the other")
  func verdicts() throws {
    let coverage = try coverage()
    #expect(try row("台账", in: coverage).verdict == .covered)
    let test = try row("检测", in: coverage)
    #expect(test.verdict == .partly)
    let differences = try #require(test.pairs.first).differences
    #expect(differences.contains { $0.kind == .strength && $0.direction == .less })
    #expect(differences.contains { $0.kind == .deadline && $0.direction == .less })
    let rate = try row("普及率", in: coverage)
    #expect(rate.verdict == .partly)
    #expect(rate.pairs.first?.differences.first { $0.kind == .indicator }?.direction == .less)
    #expect(try row("严禁", in: coverage).verdict == .notCovered)
    #expect(
      coverage.onlyInTarget.contains { coverage.targets[$0].words.text.contains("节水宣传") })
  }

  @Test("every measure has a row, the figures add up, and partly is never counted")
  func figures() throws {
    let coverage = try coverage()
    #expect(coverage.rows.map(\.source) == Array(coverage.sources.indices))
    let sum = Coverage.Verdict.allCases.reduce(0) { $0 + coverage.count($1) }
    #expect(sum == coverage.rows.count)
    let share = try #require(coverage.share)
    #expect(share == Double(coverage.count(.covered)) / Double(coverage.rows.count))
    let used = Set(coverage.rows.flatMap(\.pairs).map(\.target))
    #expect(used.isDisjoint(with: coverage.onlyInTarget))
    #expect(used.count + coverage.onlyInTarget.count == coverage.targets.count)
  }

  @Test("a document covers itself whole, and nothing covers anything")
  func extremes() throws {
    let corpus = try MeasureCorpus()
    let own = try corpus.measures("city")
    let coverage = Coverage(of: own, by: own)
    #expect(coverage.share == 1 && coverage.onlyInTarget.isEmpty)
    #expect(coverage.rows.allSatisfy { $0.pairs.first?.target == $0.source })
    #expect(Coverage(of: own, by: []).share == 0)
    #expect(Coverage(of: [], by: own).share == nil)
  }

  @Test("a pair that a person rejected counts for nothing, one that was confirmed is kept")
  func decisions() throws {
    let first = try coverage()
    let pair = try #require(try row("台账", in: first).pairs.first)
    let (source, target) = (first.sources[pair.source].id, first.targets[pair.target].id)
    var decisions = CoverageDecisions()
    decisions[.init(source: source.description, target: target.description)] = .rejected
    let rejected = try row("台账", in: try coverage(decisions))
    #expect(rejected.verdict == .notCovered || rejected.pairs.first?.target != pair.target)
    #expect(rejected.pairs.contains { $0.status == .rejected && $0.target == pair.target })
    // What nothing resembles is confirmed by hand.
    let ban = try row("严禁", in: first)
    let other = try #require(first.onlyInTarget.first)
    decisions[
      .init(
        source: first.sources[ban.source].id.description,
        target: first.targets[other].id.description)] = .confirmed
    let confirmed = try row("严禁", in: try coverage(decisions))
    #expect(confirmed.pairs.first?.status == .confirmed && confirmed.verdict != .notCovered)
  }

  @Test("decisions are lines that people may edit: unknown ones stay, the last of a pair counts")
  func lines() throws {
    let text = """
      # by hand
      {"of":"m-1","by":"m-2","decision":"confirmed","note":"谈过"}

      {"of":"m-1","by":"m-3","decision":"maybe"}
      {"of":"m-1","by":"m-2","decision":"rejected"}

      """
    var lines = CoverageDecisionLines(text)
    #expect(lines.unread == [1, 4] && lines.text == text)
    #expect(lines.decisions[.init(source: "m-1", target: "m-2")] == .rejected)
    try lines.decide(.init(source: "m-1", target: "m-2"), .confirmed)
    #expect(lines.decisions[.init(source: "m-1", target: "m-2")] == .confirmed)
    #expect(lines.text.hasPrefix("# by hand\n") && lines.text.contains("maybe"))
    #expect(CoverageDecisionLines(lines.text).decisions == lines.decisions)
  }

  @Test("the mapping of OSCAL has every pair and every gap once")
  func oscal() throws {
    let coverage = try coverage()
    let text = try OSCALMapping.json(of: coverage, revision: "r1-0", on: "2026-01-01").text()
    let tree = try JSONTree(text)["mapping-collection"]
    let mapping = try #require(tree?["mappings"]?.elements?.first)
    let pairs = coverage.rows.flatMap(\.pairs)
    #expect(mapping["maps"]?.elements?.count == pairs.count)
    let gap = mapping["source-gap-summary"]?["unmapped-controls"]?.elements?.first?["with-ids"]
    #expect(gap?.elements?.count == coverage.count(.notCovered))
    #expect(try OSCALMapping.json(of: coverage, revision: "r1-0", on: "2026-01-01").text() == text)
  }
}
