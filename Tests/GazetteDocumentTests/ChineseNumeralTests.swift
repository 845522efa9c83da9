import GazetteDocument
import Testing

@Suite struct ChineseNumeralTests {
  @Test(
    "a numeral has its value",
    arguments: [
      ("零", 0), ("〇", 0), ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百二十三", 123),
      ("一百零五", 105), ("一千零一", 1_001),
      ("两千", 2_000), ("一万", 10_000), ("三百二十一万", 3_210_000), ("一亿二千万", 120_000_000), ("二〇二〇", 2020),
      ("二○○四", 2004),
      ("一九八一", 1981), ("廿五", 25), ("卅", 30), ("壹佰", 100), ("贰拾叁", 23), ("12", 12), ("１２", 12),
      ("12.8万", 128_000),
      ("3万", 30_000), ("2亿", 200_000_000), ("萬", -1), ("一億", 100_000_000),
    ])
  func values(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == (value < 0 ? nil : value))
  }

  @Test(
    "what is no numeral has none",
    arguments: ["", "三农", "第三", "十三五规划", "12.85", "abc", "一2", "99999999999999999999"])
  func refusals(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test("every number up to 30,000 and its numeral are each other's")
  func roundTrip() throws {
    for number in 0...30_000 {
      let text = try #require(ChineseNumeral.text(for: number))
      #expect(ChineseNumeral.value(of: text) == number, "\(text)")
    }
    #expect(ChineseNumeral.text(for: -1) == nil)
    #expect(ChineseNumeral.text(for: 10_010_203) == "一千零一万零二百零三")
  }
}
