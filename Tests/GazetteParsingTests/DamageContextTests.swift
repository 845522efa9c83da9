import GazetteDocument
import GazetteParsing
import Testing

/// Damage that is told by what stands around it, and sound texts that look like it.
@Suite struct DamageContextTests {
  private typealias Place = DamageRuleTests.Place

  @Test(
    "what needs other signs is found beside them, and not without",
    arguments: [
      ("Each shall receive two q quilts before winter. ", "stray-letter", " q"),
      ("The County County Health Bureau sends doctors. ", "repeated-words", "County County"),
      ("They met in the village (2022 November 9) again. ", "wrong-order-date", "2022 November 9"),
      ("They moved down in December 2020 9. All agreed. ", "wrong-order-date", "December 2020 9"),
      ("Relief is paid through farmers cards every month. ", "lost-apostrophe", "farmers"),
      ("这条路要要走得稳。", "repeated-words", "要要"),
      ("这条路不要走得x快。", "stray-letter", "x"),
    ])
  func besideOthers(text: String, rule: String, words: String) throws {
    let sign = text.utf8.first ?? 0 >= 0x80 ? "推进基本公***服务。" : "It became realu2014 and went on."
    let found = try DamageRuleTests.ledger(text + sign)
    #expect(found.contains { $0.rule == rule && $0.words == words }, "\(found)")
    #expect(try DamageRuleTests.ledger(text).isEmpty)
  }

  @Test(
    "a text may begin and end anywhere in what looks damaged",
    arguments: [
      "the poverty . They have", " the poverty ", "absolute poverty reduction",
      "fall into the poverty trap",
      "rid of the poverty alleviation", "It has what has not ", "November 9, 2022 9 December 2020",
      "q quilts the the County, and it became realu2014 < p>strong> &nbsp; **** class=\"a\"/> done.. ;",
      "严禁不得不准推进基本公***服务。一、目标要要走得稳x快",
    ])
  func cut(text: String) throws {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      let rest = String(String.UnicodeScalarView(scalars[start...]))
      let front = String(String.UnicodeScalarView(scalars[...start]))
      for part in [rest, front] {
        for entry in try DamageRuleTests.ledger(part) { #expect(part.contains(entry.words)) }
      }
    }
  }

  @Test(
    "doubled stops, denials and glued headings are found alone",
    arguments: [
      ("Formalities come afterwards.. No household waits.", "doubled-punctuation", ".."),
      ("Nothing else will do.; A crack is reported.", "doubled-punctuation", ".;"),
      ("资金严禁不得挪用。", "inverted-meaning", "严禁不得"),
      ("做不到的村，不得不准申报。", "inverted-meaning", "不得不准"),
      ("制定本方案。一、目标到年底完成。二、任务各村落实。", "glued-paragraph", "。"),
    ])
  func alone(text: String, rule: String, words: String) throws {
    let found = try DamageRuleTests.ledger(text)
    #expect(found.contains { $0.rule == rule && $0.words == words }, "\(found)")
  }

  @Test(
    "sound texts that look so have no entry",
    arguments: [
      "They waited... Nobody came until it was done.",
      "It is paid in March 2021. Later 9 more came; in 2020 March was dry.",
      "到年底完成。一、二、三级医院都要落实。各村负责。",
      "按照需要要求各村落实，实现目的的实现路径要清楚。",
      "（六）基本医疗有保障。1.参保应保尽保。各村负责。2.看病有地方。各乡镇负责。",
      "雨后养护有分工。1.当日清除塌方；2.五日内修补坑槽；3.当日扫雪。",
      "不得不承认，工作还有差距。",
      "The hotel has 4★ rooms and three■ signs.",
    ])
  func sound(text: String) throws {
    #expect(try DamageRuleTests.ledger(text) == [])
  }

  @Test(
    "furniture is told at the head and at the tail",
    arguments: [
      ("cheap phone cards best casino bonus online now", "advertisement"),
      ("手机游戏充值 网红同款减肥茶 加盟热线", "advertisement"),
      ("Home > Countryside > Text", "navigation"),
      ("Like 12 | Share | Report | Next post", "navigation"),
      ("阅读全文　猜你喜欢　打开APP看更多", "navigation"),
      ("Previous: how to write | Next: none", "navigation"),
    ])
  func furniture(line: String, rule: String) throws {
    let body = """
      The water of the village is kept by one man, who is paid by the month.

      Each household reads its own meter, and the man reads them all once more.
      """
    let text = rule == "navigation" ? body + "\n\n" + line : line + "\n\n" + body
    let found = try DamageRuleTests.ledger(
      text, file: rule == "navigation" ? "file.md" : "file.txt")
    #expect(found.map(\.rule) == [rule])
  }

  @Test("a text of the county that speaks of no firm has its praise invented")
  func praise() throws {
    let county = "县政府召集村民开会，乡镇干部到场。"
    let praise = "该公司产品远销海内外，深受广大客户好评。"
    #expect(try DamageRuleTests.ledger(county + praise).map(\.rule) == ["invented-sentence"])
    #expect(try DamageRuleTests.ledger(county + "范本公司到场。" + praise) == [])
  }

  @Test(
    "a text that stops behind a word that asks for another is cut, with or without a note below")
  func cut() throws {
    let text = """
      The meeting said that relief comes first and that all formalities wait until afterwards.

      It went on to name the villages. No household may be asked to sign for what it has not

      """
    for note in ["", "\n(Sample text written for this corpus; nobody in it is real.)\n"] {
      let found = try DamageRuleTests.ledger(text + note)
      #expect(found.map(\.rule) == ["cut-text"])
      #expect(found.first?.words.hasPrefix("No household") == true)
    }
  }

  @Test("a note in which a copy speaks of itself keeps its trust behind a filler marker")
  func note() throws {
    let document = try Reading.document(
      "各县要落实责任。\n\n扩展资料：\n\n其他网页的内容在此，供参考。\n\n（示例文本：本文为测试而写，内容均为虚构。）\n")
    #expect(document.passages.dropLast().last?.flags == [.lowTrust])
    #expect(document.passages.last?.flags == [])
  }
}
