import Foundation
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FormulaTimelineTests {
  private func timeline(_ dates: [String?], name: String = "三保障") throws -> FormulaTimeline {
    let uses = try dates.enumerated().map { number, date in
      FormulaLedger.Use(
        document: DocumentSummary(try SamplePaper.document("d\(number)", "Words.", date: date)),
        count: number + 1)
    }
    return FormulaTimeline(of: uses, name: name)
  }

  @Test("by months within three years, by years beyond, without a gap; undated ones apart")
  func intervals() throws {
    let months = try timeline(["2020-03-06", "2019-11", nil, "2020-03"])
    #expect(
      months.intervals.map { "\($0.name) \($0.count) \($0.documentCount)" } == [
        "2019-11 2 1", "2019-12 0 0", "2020-01 0 0", "2020-02 0 0", "2020-03 5 2",
      ])
    #expect(months.undatedCount == 3 && months.undatedDocumentCount == 1)
    let years = try timeline(["2015", "2018-01-01", "2018"])
    #expect(
      years.intervals.map { "\($0.name) \($0.count)" } == [
        "2015 1", "2016 0", "2017 0", "2018 5",
      ])
    #expect(try timeline([nil]).intervals.isEmpty)
  }

  @Test("no span of years makes an endless chart, and no use is lost")
  func hostileDates() throws {
    let wide = try timeline(["0001", "9999-12-31", "2000"])
    #expect(wide.intervals.count <= 121)
    #expect(wide.intervals.reduce(0) { $0 + $1.count } == 6)
    #expect(wide.svg(inChinese: false).utf8.count < 60_000)
  }

  @Test("bars are as long as their counts, and what is used at all shows")
  func bars() throws {
    var dates = ["2015", "2016"]
    dates += [String](repeating: "2018", count: 30)
    let bars = try timeline(dates).bars(cells: 20)
    #expect(bars[0] == "▏" && bars[2].isEmpty)
    #expect(bars[3] == String(repeating: "█", count: 20))
  }

  @Test(
    "the picture is well-formed XML with title and description in both languages",
    arguments: [
      true, false,
    ])
  func picture(inChinese: Bool) throws {
    let svg = try timeline(["2015", "2018", nil], name: "a < \"b\" & \u{1}三保障")
      .svg(inChinese: inChinese)
    let parser = XMLParser(data: Data(svg.utf8))
    let reader = ElementReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.root["role"] == "img" && reader.root["aria-labelledby"] == "title desc")
    #expect(reader.count["rect"] == 3 && reader.count["title"] == 4 && reader.count["desc"] == 2)
    #expect(svg.contains("Use of “a &lt; &quot;b&quot; &amp; \u{FFFD}三保障”"))
    #expect(svg.contains("的使用情况"))
    let shown =
      inChinese ? "另有1份未注明日期的文档使用3次</text>" : "3 more uses in 1 document without a date</text>"
    #expect(svg.contains(shown))
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var count: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if count.isEmpty { root = attributes }
    count[name, default: 0] += 1
  }
}
