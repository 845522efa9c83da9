import GazetteAnalysis
import GazetteTestSupport
import Testing

@Suite("Analyzer")
struct AnalyzerTests {
  @Test(
    "Texts are cut into these tokens",
    arguments: [
      // Words, apostrophes, stems.
      ("Policies", "0 policies ~polici"),
      ("don't", "0 don't ~don't"),
      ("China’s plan", "0 china's ~china|1 plan ~plan"),
      ("'quoted'", "0 quoted ~quot"),
      ("rock 'n' roll", "0 rock ~rock|1 n ~n|2 roll ~roll"),
      ("well-being", "0 well ~well|1 being ~be"),
      ("revitalisation", "0 revitalisation ~revit"),
      ("organised enterprise", "0 organised ~organ|1 enterprise ~enterpris"),
      ("Café ﬁne straße", "0 cafe ~cafe|1 fine ~fine|2 strasse ~strass"),
      ("soft\u{AD}hyphen zero\u{200B}width", "0 softhyphen ~softhyphen|1 zerowidth ~zerowidth"),
      ("Привет", "0 привет ~привет"),
      ("", ""),
      ("… — !", ""),
      // Numbers.
      ("12.8%", "0 12.8"),
      ("1,000 and 12,345,678.90", "0 1000|1 and ~and|2 12345678.90"),
      ("1,00", "0 1|1 00"),
      ("1,0000", "0 1|1 0000"),
      ("2018,100", "0 2018|1 100"),
      ("1,000,00", "0 1000|1 00"),
      ("1,", "0 1"),
      ("1,,2", "0 1|1 2"),
      ("3.", "0 3"),
      ("1.2.3", "0 1.2.3"),
      ("１２．８", "0 12.8"),
      ("100，200", "0 100|1 200"),
      ("① 第⑴项", "0 1|1 第|2 1|3 项"),
      ("word¹ 10² CO₂", "0 word ~word|1 1|2 10|3 2|4 co +co2 ~co|5 2"),
      ("1½", "0 1|1 1|2 2"),
      ("٣", "0 3"),
      // Mixed runs.
      ("G20", "0 g +g20 ~g|1 20"),
      ("covid19", "0 covid +covid19 ~covid|1 19"),
      ("h1n1", "0 h +h1n1 ~h|1 1|2 n ~n|3 1"),
      ("1st", "0 1 +1st|1 st ~st"),
      ("a1,00b", "0 a +a1 ~a|1 1|2 00 +00b|3 b ~b"),
      ("国发34号", "0 国 国发|1 发|2 34|3 号"),
      ("3保障", "0 3|1 保 保障|2 障"),
      ("GDP增长", "0 gdp ~gdp|1 增 增长|2 长"),
      // Han.
      ("三保障", "0 三 三保|1 保 保障|2 障"),
      ("三 保障", "0 三 三保|1 保 保障|2 障"),
      ("三\u{3000}保\r\n障", "0 三 三保|1 保 保障|2 障"),
      ("三\n\n保障", "0 三|1 保 保障|2 障"),
      ("三，保障", "0 三|1 保 保障|2 障"),
      ("习·平", "0 习 习平|1 平"),
      ("公共**服务", "0 公 公共|1 共|2 服 服务|3 务"),
      ("兩不愁三保障", "0 两 两不|1 不 不愁|2 愁 愁三|3 三 三保|4 保 保障|5 障"),
      ("人々", "0 人 人々|1 々"),
      ("⼀⺟", "0 一 一母|1 母"),
      ("𠮷野", "0 𠮷 𠮷野|1 野"),
      ("二○二〇年", "0 二 二零|1 零 零二|2 二 二零|3 零 零年|4 年"),
      ("二Ｏ二O年", "0 二 二零|1 零 零二|2 二 二零|3 零 零年|4 年"),
      ("二○", "0 二"),
      ("○二", "0 二"),
      ("某○○村", "0 某|1 村"),
    ])
  func tokens(_ text: String, _ expected: String) {
    #expect(printedTokens(text) == expected)
  }

  @Test("A byte range spans the original, whatever the fold drops or adds")
  func ranges() {
    let text = "Ａ\u{301}b ㎡、兩\u{200B}岸"
    var stream = TokenStream()
    Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
    let slices = stream.tokens.map {
      String(decoding: Array(text.utf8)[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(
      slices.map { Array($0.unicodeScalars.map(\.value)) }
        == ["Ａ\u{301}b", "Ａ\u{301}b", "㎡", "㎡", "㎡", "㎡", "兩", "兩\u{200B}岸", "岸"].map {
          Array($0.unicodeScalars.map(\.value))
        })
  }

  @Test("Positions go on over several texts until the stream is emptied")
  func severalTexts() {
    var stream = TokenStream()
    Analyzer.standard.analyze(Array("one two".utf8)[...], into: &stream)
    Analyzer.standard.analyze(Array("三".utf8)[...], into: &stream)
    #expect(stream.tokens.last?.position == 2)
    #expect(stream.positionCount == 3)
    stream.removeAll()
    #expect(stream.tokens.isEmpty && stream.terms.isEmpty && stream.positionCount == 0)
  }

  @Test("A word over the limit is cut into atoms, and nothing of it is lost")
  func longWord() {
    let word = String(repeating: "é", count: 100_000) + "z"
    var stream = TokenStream()
    Analyzer.standard.analyze(Array(word.utf8)[...], into: &stream)
    let atoms = stream.tokens.filter { $0.kind == .word }
    #expect(atoms.allSatisfy { $0.termLength <= Analyzer.termLimit })
    #expect(atoms.reduce(0) { $0 + Int($1.termLength) } == 100_001)
    #expect(!stream.tokens.contains { $0.kind == .compound })
    #expect(zip(atoms, atoms.dropFirst()).allSatisfy { $0.end == $1.start })
    let cyrillic = String(repeating: "ж", count: 1_000)
    stream.removeAll()
    Analyzer.standard.analyze(Array(cyrillic.utf8)[...], into: &stream)
    #expect(stream.tokens.allSatisfy { $0.termLength % 2 == 0 })
  }

  @Test(
    "A megabyte of one thing takes less than a second",
    arguments: [
      "\u{301}", "e\u{301}\u{323}", "\u{3099}", "1,", "1.", "1,000", "a1", "二○", "a'", "○", "\n",
      "\u{200B}",
    ])
  func linearTime(_ unit: String) {
    let bytes = Array(String(repeating: unit, count: 1_000_000 / unit.utf8.count).utf8)
    var stream = TokenStream()
    #expect(threadTime { Analyzer.standard.analyze(bytes[...], into: &stream) } < 1)
  }
}
