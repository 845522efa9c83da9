import GazetteDocument
import GazetteTestSupport
import Testing

@Suite struct SentenceSplitterTests {
  private func split(_ text: String, wrapped: Bool = false) -> [String] {
    let utf8 = Array(text.utf8)
    return SentenceSplitter(breaksAtLineEnds: !wrapped).sentences(in: text).map {
      String(decoding: utf8[$0], as: UTF8.self)
    }
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  @Test(
    "each text falls into these sentences",
    arguments: [
      ("各区要抓好落实。市政府将组织督查！有何意见？请反馈", ["各区要抓好落实。", "市政府将组织督查！", "有何意见？", "请反馈"]),
      ("他说：“要抓好落实。”会议要求……各地照办。", ["他说：“要抓好落实。”", "会议要求……", "各地照办。"]),
      ("“好！”，他说。", ["“好！”，他说。"]),
      ("《怎么办？怎么干！》一文指出，要抓落实。然后检查。", ["《怎么办？怎么干！》一文指出，要抓落实。", "然后检查。"]),
      ("一是抓投入；二是抓产出。三是抓监督。", ["一是抓投入；二是抓产出。", "三是抓监督。"]),
      ("增长1.5倍，达到3.14万亿元。同比上升。", ["增长1.5倍，达到3.14万亿元。", "同比上升。"]),
      ("总投资３.４亿元，一期３．２亿元。完。", ["总投资３.４亿元，一期３．２亿元。", "完。"]),
      ("1.加强领导。各县负责。", ["1.加强领导。", "各县负责。"]),
      ("１．加强领导。", ["１．加强领导。"]),
      ("**加强领导。**各县负责。**落实责任。**完", ["**加强领导。**", "各县负责。", "**落实责任。**", "完"]),
      ("（此件公开发布。）完", ["（此件公开发布。）", "完"]),
      (
        "Mr. Lee met Dr. Wu on Jan. 3. They agreed.",
        ["Mr. Lee met Dr. Wu on Jan. 3.", "They agreed."]
      ),
      (
        "See No. 5 and Art. 4(2), e.g. the U.S. rules. Then stop.",
        ["See No. 5 and Art. 4(2), e.g. the U.S. rules.", "Then stop."]
      ),
      ("He said no. Then he left.", ["He said no.", "Then he left."]),
      (
        "It costs 3.5 times more. \"Is that so?\" she asked. Yes!",
        ["It costs 3.5 times more.", "\"Is that so?\" she asked.", "Yes!"]
      ),
      ("J. K. Smith signed. A. The rule.", ["J. K. Smith signed.", "A. The rule."]),
      ("1. Open the park. 2.1 Close it.", ["1. Open the park.", "2.1 Close it."]),
      ("I. Overview of the Act", ["I. Overview of the Act"]),
      ("Wait... what? And so on... Then", ["Wait... what?", "And so on...", "Then"]),
      (
        "The rule is effective.1, strengthen the base.",
        ["The rule is effective.", "1, strengthen the base."]
      ),
      ("tackle poverty.We have done it.", ["tackle poverty.", "We have done it."]),
      ("Visit www.example.com/a?b=c now. Done.", ["Visit www.example.com/a?b=c now.", "Done."]),
      ("It ended.[12] The next began.", ["It ended.[12]", "The next began."]),
      ("……", ["……"]),
      ("*** 正文。", ["*** 正文。"]),
      ("正文。 ***", ["正文。 ***"]),
      ("", []),
      (" \u{3000}\n", []),
    ])
  func table(text: String, sentences: [String]) {
    #expect(split(text) == sentences)
  }

  @Test("a line break ends a sentence only in text that was not wrapped")
  func lineBreaks() {
    #expect(split("first line\nsecond line") == ["first line", "second line"])
    #expect(
      split("first line\nsecond line. Third", wrapped: true) == [
        "first line\nsecond line.", "Third",
      ])
  }

  @Test(
    "an opening 《 without its end hides no full stop, and many of them cost no more than a pass")
  func strayBrackets() {
    let filler = String(repeating: "字", count: 200)
    #expect(split("《" + filler + "。后句。").count == 2)
    let elapsed = threadTime { _ = split(String(repeating: "《", count: 300_000)) }
    #expect(elapsed < 2)
  }

  @Test(
    "sentences are ordered, disjoint, and cover the text but for white space", arguments: 0..<400)
  func covers(seed: Int) {
    let pieces = [
      "。", "！", "…", ".", "?", "!", "《", "》", "“", "”", "\"", "'", "*", "[1]", " ", "\n",
      "\u{3000}", "\u{A0}", "汉字", "word", "Mr", "e.g",
      "3", "1.5", "𠮷", "é", "\u{301}", "（", "）",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    let utf8 = Array(text.utf8)
    var position = 0
    for range in SentenceSplitter(breaksAtLineEnds: seed % 2 == 0).sentences(in: text) {
      #expect(range.lowerBound >= position && !range.isEmpty, "seed \(seed)")
      let gap = String(decoding: utf8[position..<max(position, range.lowerBound)], as: UTF8.self)
      #expect(isBlank(gap), "seed \(seed)")
      #expect(String(validating: utf8[range], as: UTF8.self) != nil, "seed \(seed)")
      position = range.upperBound
    }
    let rest = String(decoding: utf8[position...], as: UTF8.self)
    #expect(isBlank(rest), "seed \(seed)")
  }
}
