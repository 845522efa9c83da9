import GazetteDocument
import GazetteParsing
import Testing

@Suite struct PassageBuilderTests {
  @Test("a long paragraph is cut at sentences into parts of about equal length, numbered in a row")
  func longParagraph() throws {
    let sentence = "各区要认真做好公园开放的各项工作，并于每月底报送进展。"
    let document = try Reading.document("1.加强领导。" + String(repeating: sentence, count: 60))
    #expect(document.passages.count == 4)
    #expect(document.passages.allSatisfy { $0.span.bytes.count <= 1_500 && $0.flags.isEmpty })
    #expect(document.passages.allSatisfy { $0.span.bytes.count > 900 })
    #expect(document.passages.map(\.ordinal) == [1, 2, 3, 4])
    #expect(document.passages.map(\.number) == ["1", nil, nil, nil])
  }

  @Test("a sentence up to 4,096 bytes stays whole, a longer one is cut at a comma and flagged")
  func longSentence() throws {
    let whole = try Reading.document(String(repeating: "字", count: 1_300) + "。")
    #expect(whole.passages.count == 1 && whole.passages[0].flags.isEmpty)
    let cut = try Reading.document(
      String(repeating: String(repeating: "字", count: 99) + "，", count: 30) + "完。")
    #expect(Reading.sentences(cut).dropLast().allSatisfy { $0.hasSuffix("，") })
    #expect(cut.passages[0].flags == [.cut])
  }

  @Test("without punctuation the cut falls between two characters, never within one")
  func graphemes() throws {
    let family = "👩‍👩‍👧‍👦"
    let document = try Reading.document("字" + String(repeating: family, count: 700))
    for sentence in Reading.sentences(document) {
      #expect(sentence.replacing(family, with: "").replacing("字", with: "").isEmpty)
    }
  }

  @Test("positions count bytes and scalars, also beyond the basic plane")
  func positions() throws {
    let document = try Reading.document("a𠮷。\n第二é句。\n")
    let span = document.passages[1].span
    #expect(span.start == TextPosition(byte: 9, scalar: 4))
    #expect(span.end == TextPosition(byte: 23, scalar: 9))
  }

  @Test("the digest is the start of the SHA-256 of the words")
  func digest() throws {
    // SHA-256 of "abc" (FIPS 180-4, example).
    let document = try Reading.document("abc")
    #expect(document.passages.map { document.digest(of: $0.span) } == [0xBA78_16BF])
    #expect(document.textSHA256.description.hasPrefix("ba7816bf8f01cfea"))
    var stream = ContentHash()
    stream.update([UInt8(ascii: "a")].span)
    stream.update(Array("bc".utf8).span)
    #expect(stream.finalize() == document.textSHA256)
  }

  @Test(
    "the language of a passage is that of its letters",
    arguments: [
      ("各区要抓好公园开放工作的落实。", Language.simplifiedChinese), ("各區要抓好公園開放工作的落實。", .traditionalChinese),
      ("Every park shall be open.", .english), ("2024 — 12.5 %", .undetermined),
      ("推进 5G 和 Internet 建设。", .simplifiedChinese),
      ("The term 公园 means a park that is open to all residents of the city.", .english),
    ])
  func language(text: String, language: Language) throws {
    let document = try Reading.document(text)
    #expect(document.passages.first?.language == language)
    #expect(document.language == language)
  }

  @Test("Welsh is told from English, passage by passage")
  func welsh() throws {
    let document = try Reading.document(
      "Mae'n rhaid i bob cyngor gynnal ffyrdd y sir yn dda, ac mae gan bawb yr hawl i'w defnyddio bob dydd.\nBydd y gwasanaeth ar gael yn Gymraeg i bawb sydd wedi gofyn amdano yn ysgrifenedig.\nThe council will keep the roads of the county open.\n"
    )
    #expect(document.passages.map(\.language.tag) == ["cy", "cy", "en"])
    #expect(document.language.tag == "cy")
    let english = try Reading.document(
      "Why would you say so? They always say what they know and why they saw it yesterday.\n")
    #expect(english.language == .english)
  }

  @Test("what does not tell its own script is written as the rest")
  func script() throws {
    let document = try Reading.document("各區要抓好公園開放工作的落實。\n人才。\nAn English line.\n")
    #expect(document.passages.map(\.language.tag) == ["zh-Hant", "zh-Hant", "en"])
  }
}
