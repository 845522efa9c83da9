import GazetteDocument
import GazetteParsing
import Testing

@Suite struct TextReaderTests {
  @Test("a line is a paragraph, its indent no part of it, and the text stays untouched")
  func lines() throws {
    let text = "\u{3000}\u{3000}各区要抓好落实。\r\n\r\n\t第二段还没有完，\r第三段。  \n"
    let document = try Reading.document(text)
    #expect(String(decoding: document.text.utf8, as: UTF8.self) == text)
    #expect(Reading.passages(document) == ["各区要抓好落实。", "第二段还没有完，", "第三段。"])
  }

  @Test("lines that a machine wrapped are one paragraph, and its breaks end no sentence")
  func wrapped() throws {
    let text = """
      The Council of the city has decided that every park shall be open to
      all residents from eight in the morning. Gates shall be checked by the
      wardens each week, and the results shall be sent to the department in
      charge before Friday.

      Each district shall keep a register of its parks. The register shall be
      made public on the site of the district, and be kept up to date by the
      office that is responsible for it.
      """
    let document = try Reading.document(text)
    #expect(document.passages.count == 2)
    #expect(document.sentences.count == 4)
    #expect(Reading.sentences(document)[1].contains("by the\nwardens"))
  }

  @Test("a list of short lines is not joined")
  func list() throws {
    let text =
      "Present:\n\nMr. Lee\nMs. Wu\nDr. Ma\n\nThe meeting opened at nine and closed at ten.\n\nThe minutes were read.\n"
    #expect(Reading.passages(try Reading.document(text)).contains("Ms. Wu"))
  }

  @Test("a paragraph that was broken around the words of a link is one again")
  func linkWords() throws {
    let long = String(repeating: "各区要认真做好公园开放的各项工作", count: 4)
    let text = "工作报告\n\n" + long + "，依照\n公园条例\n和\n城市绿化条例\n抓好落实。\n\n第二段。\n\n第三段。\n\n第四段。\n"
    let document = try Reading.document(text)
    #expect(Reading.passages(document)[0].hasSuffix("，依照\n公园条例\n和\n城市绿化条例\n抓好落实。"))
    #expect(document.passages[0].sentences.count == 1)
  }

  @Test("lines of signs join their neighbours")
  func signs() throws {
    #expect(Reading.passages(try Reading.document("甲段。\n***\n乙段。\n")) == ["甲段。\n***", "乙段。"])
    #expect(Reading.passages(try Reading.document("***\n甲段。\n乙段。\n")) == ["***\n甲段。", "乙段。"])
    #expect(Reading.passages(try Reading.document("***\n")) == ["***"])
  }
}
