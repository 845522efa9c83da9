import GazetteDocument
import Testing

@Suite struct NumberMarkTests {
  private func mark(_ text: String) -> NumberMark? {
    let utf8 = Array(text.utf8)
    return NumberMark(utf8.span, in: 0..<utf8.count)
  }

  @Test(
    "the mark in front of a line is read",
    arguments: [
      ("第三条 国家", NumberMark.Style.article, 3, "第三条"), ("第三十二条　本", .article, 32, "第三十二条"),
      ("第十条之一 甲", .article, 10, "第十条之一"),
      ("第一章　总　则", .chapter, 1, "第一章"), ("第二分编 物权", .subpart, 2, "第二分编"),
      ("一、总体要求", .hanComma, 1, "一、"),
      ("十一、其他", .hanComma, 11, "十一、"), ("（三）加强", .hanBracket, 3, "（三）"),
      ("(五)个人", .hanBracket, 5, "(五)"),
      ("㈠甲", .hanBracket, 1, "㈠"), ("1.有", .digit, 1, "1."), ("12. Open", .digit, 12, "12."),
      ("1、甲", .digit, 1, "1、"),
      ("2, strengthen", .digit, 2, "2,"), ("１．甲", .digit, 1, "１．"),
      ("（1）甲", .digitBracket, 1, "（1）"), ("⑵甲", .digitBracket, 2, "⑵"),
      ("③甲", .circled, 3, "③"), ("1）甲", .halfBracket, 1, "1）"), ("1.1 Scope", .decimal2, 1, "1.1"),
      ("2.3.4 Scope", .decimal3, 4, "2.3.4"),
      ("IV. Duties", .roman, 4, "IV."), ("B. Openness", .capital, 2, "B."),
      ("(a) the rule", .letterBracket, 1, "(a)"),
      ("(iv) the rule", .romanBracket, 4, "(iv)"),
      ("Article 4 The State", .article, 4, "Article 4"), ("PART II", .part, 2, "PART II"),
      ("Section 3: Dogs", .section, 3, "Section 3:"), ("附件", .annex, 1, "附件"),
      ("附件2", .annex, 2, "附件2"), ("Annex A", .annex, 1, "Annex A"),
    ] as [(String, NumberMark.Style, Int, String)])
  func marks(text: String, style: NumberMark.Style, value: Int, printed: String) throws {
    let found = try #require(mark(text), "\(text)")
    #expect(found.style == style)
    #expect(found.value == value)
    #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == printed)
  }

  @Test(
    "what only looks like a mark is none",
    arguments: [
      "1.5倍", "3.6%的", "2020年", "2020. The", "一二三产业", "一、二、三产业", "一、二级", "三农工作", "（2018年修订）",
      "（试行）", "Article 4 of the Law",
      "Section 5 requires", "Section 150(1) of", "Part of it", "附件所列", "I think", "A man",
      "3,000 people", "", "第三方", "第二次会议",
    ])
  func falseFriends(text: String) {
    #expect(mark(text) == nil)
  }
}
