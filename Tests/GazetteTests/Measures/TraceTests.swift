import Foundation
import Gazette
import GazetteTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What becomes of a requirement over dated documents.
@Suite struct TraceTests {
  private static let later = [
    "third.txt": """
    示例市供水补充通知
    示市发〔2025〕2号
    应当在2026年底前完成饮水安全检测。
    2025年2月1日

    """
  ]

  @Test("strength, date and body are followed by the dates of the documents, wording is not")
  func steps() throws {
    let corpus = try MeasureCorpus(Self.later)
    let traces = MeasureTrace.traces(of: try corpus.search.measures())
    let trace = try #require(
      traces.first { $0.steps.first?.record.words.text.contains("检测") ?? false })
    #expect(trace.steps.map(\.record.document.id.name) == ["city", "county", "third"])
    #expect(trace.steps[0].changes.isEmpty)
    #expect(trace.steps[1].changes.contains { $0.kind == .strength && $0.direction == .less })
    #expect(trace.steps[1].changes.contains { $0.kind == .deadline && $0.direction == .less })
    #expect(trace.steps[1].changes.contains { $0.kind == .body && $0.direction == .less })
    #expect(trace.steps[2].changes.map(\.kind) == [.strength])
    #expect(trace.steps[2].changes.first?.direction == .more)
    let ledger = try #require(
      traces.first { $0.steps.first?.record.words.text.contains("台账") ?? false })
    #expect(ledger.steps.last?.changes.allSatisfy { $0.kind == .body } ?? false)
  }

  @Test("the requirement of one measure alone, in whichever document it stands")
  func anchored() throws {
    let corpus = try MeasureCorpus(Self.later)
    let all = try corpus.search.measures()
    for name in ["city", "county", "third"] {
      let record = try #require(try corpus.measures(name, holding: "检测").first)
      let traces = MeasureTrace.traces(of: all, through: record.id)
      #expect(traces.count == 1 && traces[0].steps.count == 3, "\(name)")
    }
  }

  @Test("the picture is well-formed in both languages, with a point for each step")
  func chart() throws {
    let corpus = try MeasureCorpus(Self.later)
    let traces = MeasureTrace.traces(of: try corpus.search.measures())
    let chart = TraceChart(traces: traces, name: "<水> & \"安全\"")
    for inChinese in [false, true] {
      let svg = chart.svg(inChinese: inChinese)
      let points = traces.prefix(8).reduce(0) { $0 + $1.steps.count }
      #expect(svg.split(separator: "<circle").count - 1 == points)
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(svg.prefix(400))")
      #expect(svg.contains("&lt;水&gt; &amp; &quot;安全&quot;"))
    }
  }
}
