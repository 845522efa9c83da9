import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite struct RandomInputTests {
  private static let pieces = [
    "一、", "（一）", "1.", "1.1 ", "第三条 ", "第一章 总则", "附件1", "Article 4 ", "(a) ", "①", "国务院", "。", "！",
    "？”", "……",
    "；", "《", "》", "“", "”", "\n", "\n\n", "\r\n", "\u{3000}", "\t", " ", "为了规范", "实施意见",
    "2024年3月5日", "国发〔2018〕41号",
    "各省、自治区：", "The State Council issued it. ", "Mr. Wu said 3.14. ", "e\u{301}\u{323}", "𠮷", "👩‍👩‍👧",
    "\u{202E}", "\0",
    "\u{7F}", "\u{85}", "\u{2028}", "<p>", "</p>", "<h2>", "<table><tr><td>", "</td><td>",
    "</table>", "<br>", "<!--", "-->",
    "<script>", "</script>", "<div style='display:none'>", "&nbsp;", "&#x4e00;", "# ", "## ",
    "---\n", "**", "`", "|", "- ",
    "[^1]: ", "发布日期：", "来源：新华社", "title: ", "<section>", "<ol><li>", "</li></ol>", "<title>",
    "<meta charset=gb2312>",
  ]
  private static let endings = ["txt", "md", "html", "bin"]

  @Test(
    "random pieces of markup and text are read, and the document holds together", arguments: 0..<4)
  func pieces(batch: Int) {
    var read = 0
    for number in 0..<2_500 * Reading.scale {
      let seed = UInt64(batch * 10_000_000 + number)
      var random = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        text += RandomInputTests.pieces.randomElement(using: &random) ?? ""
      }
      if check(Array(text.utf8), seed: seed, random: &random) { read += 1 }
    }
    // A test in which most inputs were refused would prove little.
    #expect(read > 2_000 * Reading.scale)
  }

  @Test("random bytes are read or refused, never a crash", arguments: 0..<2)
  func bytes(batch: Int) {
    for number in 0..<3_000 * Reading.scale {
      let seed = UInt64(100_000_000 + batch * 10_000_000 + number)
      var random = SeededGenerator(seed: seed)
      let high = UInt8.random(in: 1...255, using: &random)
      let bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
        UInt8.random(in: 0...high, using: &random)
      }
      check(bytes, seed: seed, random: &random)
    }
  }

  @Test("damaged documents are read or refused, and what is read holds together", arguments: 0..<2)
  func mutations(batch: Int) {
    let originals = [Samples.notice, Samples.law, Samples.page, Samples.markdown, Samples.english]
    for number in 0..<2_000 * Reading.scale {
      let seed = UInt64(200_000_000 + batch * 10_000_000 + number)
      var random = SeededGenerator(seed: seed)
      var bytes = Array((originals.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1..<8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place...)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        default: bytes.insert(contentsOf: bytes.prefix(place).suffix(30), at: place)
        }
      }
      check(bytes, seed: seed, random: &random)
    }
  }

  /// Reads an input under a random name; true when it was not refused.
  @discardableResult
  private func check(_ bytes: [UInt8], seed: UInt64, random: inout SeededGenerator) -> Bool {
    let ending = RandomInputTests.endings.randomElement(using: &random) ?? "txt"
    guard let document = try? Reading.document(bytes, file: "file." + ending) else { return false }
    let violations = Reading.violations(of: document)
    #expect(violations.isEmpty, "seed \(seed): \(violations)")
    return true
  }
}
