import GazetteConsole
import Testing

@Suite struct TerminalTextTests {
  @Test(
    "what acts on a terminal is written out",
    arguments: [
      ("plain", "plain"), ("\u{1B}[2Jx", "⟦U+001B⟧[2Jx"), ("a\u{202E}b", "a⟦U+202E⟧b"),
      ("a\u{9B}b", "a⟦U+009B⟧b"), ("a\rb", "a b"), ("a\nb\tc", "a b c"), ("\u{7}", "⟦U+0007⟧"),
      ("a\u{200B}b\u{FEFF}", "a⟦U+200B⟧b⟦U+FEFF⟧"), ("三保障", "三保障"), ("e\u{301}", "e\u{301}"),
    ])
  func visible(_ text: String, _ shown: String) {
    #expect(TerminalText.visible(text) == shown)
  }

  @Test("no control character but line feeds and tabs is left, whatever the text")
  func allScalars() {
    for value in UInt32(0)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText.visible("a" + String(Character(scalar)) + "b", keepsLines: true)
      for found in shown.unicodeScalars {
        let isControl = found.value < 0x20 || (0x7F...0x9F).contains(found.value)
        #expect(!isControl || found == "\n" || found == "\t", "\(value)")
        #expect(
          !(0x202A...0x202E).contains(found.value) && !(0x2066...0x2069).contains(found.value))
      }
    }
  }

  @Test(
    "Han characters take two cells, marks none",
    arguments: [("abc", 3), ("三保障", 6), ("e\u{301}", 1), ("（a）", 5), ("", 0)])
  func width(_ text: String, _ cells: Int) {
    #expect(TerminalText.width(text) == cells)
  }
}
