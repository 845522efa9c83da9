import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// The quick ways over a text find what the slow ones find.
@Suite struct VectorScanTests {
  private static let pieces = [
    "总则", "各县要落实责任。", "**重点**任务", "a word", "The county shall report.", "　　", "  ", "\t", "1. ",
    "2）", "2007年8月", "- ", "* ", "> ", "# ", "## 第一章 总则", "###", " #", "**", "*", "_", "`", "```",
    "~~~",
    "[", "](u)", "![x](y)", "<b>", "</b>", "<!-- x -->", "<!--", "-->", "<div>", "| a | b |",
    "|---|---|",
    "===", "---", "\\", "&amp;", "第一条 ", "（一）", "一、", ")", "!", "\"", "：", "\u{0}",
  ]

  @Test(
    "plain Markdown is read as MD4C reads it: a definition in front hands the whole text to MD4C")
  func plainMarkdown() throws {
    let definition = "[zz]: https://example.org/a\n\n"
    for seed in 0..<UInt64(400 * Reading.scale) {
      var generator = SeededGenerator(seed: seed)
      var text = "县里的话。\n\n"
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<6, using: &generator) {
        case 0, 1: text += "\n"
        case 2: text += "\n\n"
        case 3: text += "\r\n"
        default: break
        }
      }
      let quick = try Reading.document(text, file: "file.md")
      let whole = try Reading.document(definition + text, file: "file.md")
      #expect(Reading.passages(quick) == Reading.passages(whole), "seed \(seed): \(text)")
      #expect(Reading.outline(quick) == Reading.outline(whole), "seed \(seed): \(text)")
      #expect(quick.passages.map(\.number) == whole.passages.map(\.number), "seed \(seed): \(text)")
      #expect(Reading.sentences(quick) == Reading.sentences(whole), "seed \(seed): \(text)")
    }
  }

  @Test("broken UTF-8 is mended as the standard library mends it, wherever it stands")
  func brokenUTF8() throws {
    let leads: [UInt8] = [
      0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xE4, 0xE9, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    let words = ["各县要落实", "plain words ", "한국어", "é", "😀", "不"].map { Array($0.utf8) }
    for seed in 0..<UInt64(2_000 * Reading.scale) {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: bytes.append(leads.randomElement(using: &generator) ?? 0xFF)
        case 1: bytes.append(UInt8.random(in: 0x80...0xBF, using: &generator))
        default: bytes += words.randomElement(using: &generator) ?? []
        }
      }
      // The mark of UTF-8 settles the encoding.
      let document = try Reading.document([0xEF, 0xBB, 0xBF] + bytes)
      #expect(
        document.text.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8), "seed \(seed)")
    }
  }

  @Test("positions are those of a count from the start, in texts of all widths")
  func positions() throws {
    for seed in 0..<UInt64(100 * Reading.scale) {
      var generator = SeededGenerator(seed: seed)
      let signs = ["a", "é", "县", "😀", "。", "! ", "\n", "好，"]
      let text = (0..<Int.random(in: 1...1_500, using: &generator)).map { _ in
        signs.randomElement(using: &generator) ?? ""
      }.joined()
      // The invariants compare each position with such a count.
      _ = try Reading.document(text)
    }
  }
}
