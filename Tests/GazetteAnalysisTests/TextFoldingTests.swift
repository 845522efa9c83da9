import GazetteAnalysis
import Testing

@Suite("TextFolding")
struct TextFoldingTests {
  static func fold(_ text: String) -> String {
    String(decoding: TextFolding.fold(Array(text.utf8)).utf8, as: UTF8.self)
  }

  @Test(
    "Texts that read alike fold alike",
    arguments: [
      ("ＡＢＣ１２３", "abc123"), ("Straße ŒUVRE Ærø", "strasse oeuvre aero"),
      ("İstanbul ı", "istanbul i"),
      ("É\u{301}e\u{323}", "ee"), ("ﬁ ﷺ", "fi صلى الله عليه وسلم"), ("①⑴⒈", " 1  (1)  1. "),
      ("㈠㊁", " (一)  二 "), ("Ⅲ ㎡ ℃", "iii m2 °c"), ("國發臺灣乾著", "国发台湾干着"),
      ("計畫覆蓋瞭解", "计划复盖了解"), ("⺟⼀豈", "母一岂"), ("“a” ‘b’", "\"a\" 'b'"),
      ("零〇", "零零"), ("二○一0年", "二零一零年"), ("二○", "二○"), ("○年", "○年"),
      ("a\u{200B}\u{AD}\u{FEFF}b", "ab"), ("が", "か\u{3099}"), ("Привет Σς", "привет σσ"),
      ("٣೩", "33"), ("，。", "，。"),
    ])
  func table(_ text: String, _ expected: String) {
    #expect(Array(Self.fold(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("Every scalar folds to at most 18, and folding again changes nothing")
  func everyScalar() {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = TextFolding.fold(Array(String(scalar).utf8))
      let again = TextFolding.fold(folded.utf8)
      if folded.utf8 != again.utf8 || folded.scalars.count > 18 {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test("Folding twice is folding once, and ranges rise on scalar boundaries")
  func random() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = RandomText(seed: seed)
    for round in 0..<20_000 {
      let text = random.text(20)
      let bytes = Array(text.utf8)
      let folded = TextFolding.fold(bytes)
      var fault: String?
      if TextFolding.fold(folded.utf8).utf8 != folded.utf8 { fault = "not idempotent" }
      var last: Int32 = 0
      for scalar in folded.scalars {
        if scalar.start < last || scalar.end <= scalar.start { fault = "ranges do not rise" }
        if bytes[Int(scalar.start)] & 0xC0 == 0x80 { fault = "range begins inside a scalar" }
        if Int(scalar.end) < bytes.count, bytes[Int(scalar.end)] & 0xC0 == 0x80 {
          fault = "range ends inside a scalar"
        }
        last = scalar.start
      }
      if let fault {
        Issue.record("seed \(seed), round \(round): \(fault): \(text.debugDescription)")
        return
      }
    }
  }

  @Test("Bytes that are no UTF-8 fold to U+FFFD and never crash")
  func malformed() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = RandomText(seed: seed)
    for _ in 0..<20_000 {
      let bytes = random.bytes(24)
      let folded = TextFolding.fold(bytes)
      #expect(String(validating: folded.utf8, as: UTF8.self) != nil, "seed \(seed): \(bytes)")
      var stream = TokenStream()
      Analyzer.standard.analyze(bytes[...], into: &stream)
    }
  }
}
