import GazetteQuery
import GazetteTestSupport
import Testing

@Suite("QueryDateRange")
struct QueryDateRangeTests {
  @Test(
    "A date is understood in every form in which it is typed",
    arguments: [
      ("2018", "2018"), ("２０１８", "2018"), ("2018年", "2018"), ("二〇一八年", "2018"),
      ("二○一八", "2018"), ("二零一八年", "2018"),
      ("2018-07", "2018-07-01..2018-07-31"), ("2018-7", "2018-07-01..2018-07-31"),
      ("2018/7", "2018-07-01..2018-07-31"), ("2018.7", "2018-07-01..2018-07-31"),
      ("201807", "2018-07-01..2018-07-31"), ("2018年7月", "2018-07-01..2018-07-31"),
      ("2018年07月", "2018-07-01..2018-07-31"), ("２０１８年７月", "2018-07-01..2018-07-31"),
      ("二〇一八年七月", "2018-07-01..2018-07-31"), ("2016-02", "2016-02-01..2016-02-29"),
      ("2018-07-03", "2018-07-03"), ("2018/7/3", "2018-07-03"), ("2018.7.3", "2018-07-03"),
      ("20180703", "2018-07-03"), ("2018年7月3日", "2018-07-03"), ("2018年7月3号", "2018-07-03"),
      ("２０１８－０７－０３", "2018-07-03"), ("二〇一八年十二月三十一日", "2018-12-31"),
      ("二〇一八年十月二十日", "2018-10-20"), ("\"2018 年 7 月 3 日\"", "2018-07-03"),
      ("2018年7月3", "2018-07-03"), ("“2018-07”", "2018-07-01..2018-07-31"),
    ])
  func dates(_ text: String, _ expected: String) throws {
    for label in ["date:", "date：", "Date: ", "effective:", "effective："] {
      let name = label.hasPrefix("e") ? "effective" : ""
      let parsed = try ParsedQuery(strict: label + text)
      #expect(printed(parsed.syntax) == name + "[" + expected + "]", "\(label + text)")
      #expect(ParsedQuery(parsed.syntax.description).syntax == parsed.syntax)
    }
  }

  @Test(
    "A range is understood with every mark between its ends, and with one end open",
    arguments: [
      ("2018..2020", "2018..2020"), ("2018...2020", "2018..2020"), ("2018．．2020", "2018..2020"),
      ("2018…2020", "2018..2020"), ("2018……2020", "2018..2020"), ("2018~2020", "2018..2020"),
      ("２０１８～２０２０", "2018..2020"), ("2018-2020", "2018..2020"), ("2018–2020", "2018..2020"),
      ("2018—2020", "2018..2020"), ("2018年——2020年", "2018..2020"), ("2018年至2020年", "2018..2020"),
      ("2018年到2020年", "2018..2020"), ("二〇一八年至二〇二〇年", "2018..2020"),
      ("2018-07..2019-03", "2018-07-01..2019-03-31"), ("2018-07-2019-03", "2018-07-01..2019-03-31"),
      ("2018年7月—2019年3月", "2018-07-01..2019-03-31"),
      ("2018.7..2019.3", "2018-07-01..2019-03-31"),
      ("20180703..20180704", "2018-07-03..2018-07-04"),
      ("2018年1月至6月", "2018-01-01..2018-06-30"), ("2018年1月—6月", "2018-01-01..2018-06-30"),
      ("2018年5月1日至15日", "2018-05-01..2018-05-15"),
      ("2018年5月1日至6月15日", "2018-05-01..2018-06-15"),
      ("2018..", "2018.."), ("..2020", "..2020"), ("2018年..", "2018.."), ("2018…", "2018.."),
      ("2018~", "2018.."), ("～2020", "..2020"), ("2018年至今", "2018.."), ("2018年7月起", "2018-07-01.."),
      ("2018年以来", "2018.."), ("2018年以前", "..2017"), ("2018年3月之前", "..2018-02-28"),
      ("2018年之后", "2019.."), ("2018年12月以后", "2019.."),
      ("2018..2018", "2018"), ("2018-07..2018-07", "2018-07-01..2018-07-31"),
    ])
  func ranges(_ text: String, _ expected: String) throws {
    for (label, name) in [("date:", ""), ("effective:", "effective")] {
      let parsed = try ParsedQuery(strict: label + text)
      #expect(printed(parsed.syntax) == name + "[" + expected + "]")
      #expect(ParsedQuery(parsed.syntax.description).syntax == parsed.syntax)
    }
  }

  @Test(
    "before: and after: leave out the days of the date itself",
    arguments: [
      ("before:2018", "..2017"), ("before:2018-03", "..2018-02-28"),
      ("before:2016年3月", "..2016-02-29"),
      ("before:2018年7月3日", "..2018-07-02"), ("before：二〇一八年", "..2017"),
      ("after:2018", "2019.."), ("after:2018-11", "2018-12-01.."),
      ("after:２０１８年７月", "2018-08-01.."),
      ("after:2018-12-31", "2019.."), ("after: 二〇一八年七月三日", "2018-07-04.."),
    ])
  func sides(_ text: String, _ expected: String) throws {
    #expect(printed(try ParsedQuery(strict: text).syntax) == "[\(expected)]")
  }

  @Test(
    "What is no date is said with its place and an example, and searched for by its words",
    arguments: [
      "soon", "2018-13", "2018-02-30", "2018年13月", "0000", "18", "2020..2018", "..",
      "2018..x", "x..2018", "2018月", "2018日", "2018年7日", "20181301", "12345", "2018-1-1-1", "至今",
      "二〇一八年十三月", "2018年7月至5月", "2018..2019..2020", "9999999999", "以前", "年", "--", "~",
    ])
  func malformed(_ text: String) {
    for label in ["date:", "effective:"] {
      let query = "扶贫 " + label + text
      #expect(throws: QuerySyntaxError(.malformedDate, range: 7..<query.utf8.count)) {
        try ParsedQuery(strict: query)
      }
      let parsed = ParsedQuery(query)
      #expect(parsed.problem?.expected.contains("2019-05") == true)
      #expect(parsed.pieces.first?.text == "扶贫")
    }
    for label in ["before:", "after:"] {
      #expect(ParsedQuery("扶贫 " + label + text).problem?.reason == .malformedDate)
    }
  }

  @Test("The calendar has an end on either side")
  func ends() throws {
    for text in ["before:0001", "after:9999", "before:0001-01-01", "after:9999-12"] {
      #expect(ParsedQuery(text).problem?.reason == .malformedDate)
    }
    #expect(printed(try ParsedQuery(strict: "after:9998").syntax) == "[9999..]")
    #expect(printed(try ParsedQuery(strict: "before:0002").syntax) == "[..0001]")
  }

  @Test("Any two days, written in any two forms, make the range of them")
  func anyForms() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var days = (0..<2).map { _ in
        (1 + random.below(9999), 1 + random.below(12), 1 + random.below(28))
      }
      days.sort { $0 < $1 }
      let mark = ["..", "…", "~", "至", "—"][random.below(5)]
      let text = days.map { form($0, &random) }.joined(separator: mark)
      let exact = days.map(iso)
      let expected = try ParsedQuery(strict: "date:\(exact[0])..\(exact[1])").syntax
      #expect(try ParsedQuery(strict: "date:" + text).syntax == expected, "seed \(seed): \(text)")
    }
  }

  private func iso(_ day: (Int, Int, Int)) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    return "\(padded(day.0, 4))-\(padded(day.1, 2))-\(padded(day.2, 2))"
  }

  private func form(_ day: (Int, Int, Int), _ random: inout SeededGenerator) -> String {
    let iso = iso(day)
    let parts = iso.split(separator: "-")
    switch random.below(6) {
    case 0: return iso
    case 1: return parts.joined()
    case 2: return "\(parts[0])/\(day.1)/\(day.2)"
    case 3: return "\(parts[0])年\(day.1)月\(day.2)日"
    case 4: return wide("\(parts[0])年\(day.1)月\(day.2)日")
    default:
      let year = parts[0].map { han[Int(String($0)) ?? 0] }.joined()
      return "\(year)年\(numeral(day.1))月\(numeral(day.2))号"
    }
  }

  private let han = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private func numeral(_ number: Int) -> String {
    let (ten, one) = (number / 10, number % 10)
    return (ten == 0 ? "" : (ten == 1 ? "" : han[ten]) + "十") + (one == 0 ? "" : han[one])
  }

  private func wide(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      view.append(isDigit ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(view)
  }
}
