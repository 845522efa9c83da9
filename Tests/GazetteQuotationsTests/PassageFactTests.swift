import GazetteQuotations
import Testing

@Suite struct PassageFactTests {
  @Test(
    "the same is read in both languages",
    arguments: [
      ("不少于12.8万元", "no less than 128,000 yuan"), ("1.26亿元", "126 million yuan"),
      ("比例不低于97.5%", "no lower than 97.5 per cent"), ("达到９５％以上", "at least 95% of it"),
      ("2024年9月1日前", "before September 1, 2024"), ("2024年9月1日起", "from 1 September 2024"),
      ("二〇二〇年", "in 2020"), ("4月至7月", "from April to July"),
      ("示政办发〔2023〕12号", "(issued as [2023] No. 12)"), ("样教发（2019）22号", "(2019) No. 22"),
      ("三日内", "within three days"), ("第十二条", "article 12"), ("三十二个村", "32 villages"),
      ("1,412座", "1,412 toilets"), ("C级房屋", "a house graded C"), ("（八）抓好粮食", "(8) grow grain"),
      ("二人户、三人户", "two or three persons"),
      ("没有数字的一句话", "no figure at all"),
    ])
  func equal(_ chinese: String, _ english: String) {
    let facts = (
      PassageFact.facts(in: chinese, isChinese: true),
      PassageFact.facts(in: english, isChinese: false)
    )
    #expect(facts.0 == facts.1, "\(facts.0.map(\.text)) \(facts.1.map(\.text))")
  }

  @Test(
    "a fact is written in a few signs",
    arguments: [
      (PassageFact.number(thousandths: 12_500), "12.5"), (.number(thousandths: 860_000), "860"),
      (.percent(thousandths: 97_050), "97.05%"), (.year(2_024), "2024"), (.month(4), "4-"),
      (.day(month: 9, day: 1), "9-1"), (.documentNumber(year: 2_023, serial: 12), "〔2023〕12"),
    ])
  func text(_ fact: PassageFact, _ text: String) {
    #expect(fact.text == text)
    #expect(fact.isFigure)
  }

  @Test("一 as a word of its own, and Han that only look like numbers, are no figures")
  func words() {
    for text in ["万一下雨", "一些人", "四川", "三农工作", "九牛一毛"] {
      let facts = PassageFact.facts(in: text, isChinese: true)
      #expect(facts.isEmpty, "\(text): \(facts.map(\.text))")
    }
  }
}
