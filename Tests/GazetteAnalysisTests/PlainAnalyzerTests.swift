import GazetteAnalysis
import Testing

@Suite("The plain analyzer")
struct PlainAnalyzerTests {
  private func tokens(_ text: String) -> [String] {
    var stream = TokenStream()
    Analyzer.plain.analyze(Array(text.utf8)[...], into: &stream)
    return stream.tokens.enumerated().map { place, token in
      let term = String(decoding: stream.term(of: token), as: UTF8.self)
      return token.position == Int32(place) && token.width == 1 ? term : "\(token)"
    }
  }

  @Test(
    "texts are cut into lower-case runs of letters and digits, and Han bigrams",
    arguments: [
      ("", []), ("a", ["a"]), ("The Act, 1999.", ["the", "act", "1999"]),
      ("don't G20/covid19", ["don", "t", "g20", "covid19"]),
      ("[Zz]@`{9:/0}", ["zz", "9", "0"]),
      ("Café ÉCOLE Ⱥb ΣΑΣ", ["café", "école", "ⱥb", "σας".replacing("ς", with: "σ")]),
      ("三保障", ["三保", "保障"]), ("国 a 国，国家", ["国", "a", "国", "国家"]),
      ("GDP增长", ["gdp", "增长"]), ("国发34号", ["国发", "34", "号"]), ("\u{AD}a\u{AD}b", ["a", "b"]),
      ("İ", ["i"]), ("１２ Ａ", ["１２", "ａ"]), ("ﬁne x½", ["ﬁne", "x½"]),
    ] as [(String, [String])])
  func examples(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  /// The same rules, scalar by scalar.
  private func naive(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    var han: [Unicode.Scalar] = []
    func end() {
      if !word.isEmpty { tokens.append(word) }
      if han.count == 1 { tokens.append(String(han[0])) }
      for (left, right) in zip(han, han.dropFirst()) {
        tokens.append(String(left) + String(right))
      }
      word = ""
      han = []
    }
    for scalar in text.unicodeScalars {
      if (0x4E00...0x9FFF).contains(scalar.value) {
        if !word.isEmpty { end() }
        han.append(scalar)
      } else if scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      {
        if !han.isEmpty { end() }
        word += scalar.properties.lowercaseMapping
      } else {
        end()
      }
    }
    end()
    return tokens
  }

  @Test("random texts are cut as scalar by scalar, whatever their lengths")
  func property() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = RandomText(seed: seed)
    let alphabet = Array("aZzA09@[`{/: \n,国家法三。".unicodeScalars)
    for round in 0..<5000 {
      var scalars = String.UnicodeScalarView()
      var left = random.next(200)
      while left > 0 {
        // Runs, so that words and Han runs meet the borders of blocks.
        let scalar = alphabet[random.next(alphabet.count)]
        let count = random.next(12) == 0 ? 40 : 1
        for _ in 0..<count { scalars.append(scalar) }
        left -= count
      }
      let text = String(scalars)
      guard tokens(text) == naive(text) else {
        Issue.record("seed \(seed), round \(round): \(text.debugDescription)")
        return
      }
    }
  }

  @Test("byte ranges are those of the terms, and long words are cut at the limit between scalars")
  func ranges() {
    let text = String(repeating: "é", count: 300) + " end " + String(repeating: "x", count: 600)
    let bytes = Array(text.utf8)
    var stream = TokenStream()
    Analyzer.plain.analyze(bytes[...], into: &stream)
    let lengths = stream.tokens.map { Int($0.termLength) }
    #expect(lengths == [254, 254, 92, 3, 255, 255, 90])
    for token in stream.tokens {
      #expect(String(validating: stream.term(of: token), as: UTF8.self) != nil)
      let source = bytes[Int(token.start)..<Int(token.end)]
      #expect(source.contains(stream.term(of: token)))
    }
  }

  @Test("bytes that are no UTF-8 part words and are no term")
  func invalid() {
    var stream = TokenStream()
    Analyzer.plain.analyze([0x61, 0xFF, 0x62, 0xE4, 0xBD, 0x63, 0xC3], into: &stream)
    #expect(stream.tokens.map { Array(stream.term(of: $0)) } == [[0x61], [0x62], [0x63]])
  }
}
