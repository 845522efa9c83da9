import GazetteAnalysis
import Testing

@Suite("Properties of the analyzer")
struct AnalyzerPropertyTests {
  /// Runs a check over random texts until it finds a fault.
  private func forAll(_ check: (String) -> String?) {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = RandomText(seed: seed)
    for round in 0..<20_000 {
      let text = random.text(24)
      if let fault = check(text) {
        Issue.record("seed \(seed), round \(round): \(fault): \(text.debugDescription)")
        return
      }
    }
  }

  @Test("Every position holds one atom, positions are consecutive, and tokens come in their order")
  func positions() {
    forAll { text in
      var stream = TokenStream()
      Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
      var position: Int32 = -1
      var rank = 0
      for token in stream.tokens {
        switch token.kind {
        case .word, .number, .han:
          guard token.position == position + 1, token.width == 1 else { return "atom \(token)" }
          position = token.position
          rank = 0
        case .bigram, .compound, .stem:
          let next = [Token.Kind.bigram: 1, .compound: 2, .stem: 3][token.kind] ?? 0
          guard token.position == position, next > rank else { return "order \(token)" }
          rank = next
        }
      }
      return stream.positionCount == position + 1 ? nil : "count"
    }
  }

  @Test("Byte ranges lie on scalar boundaries, and atoms follow each other")
  func ranges() {
    forAll { text in
      let bytes = Array(text.utf8)
      var stream = TokenStream()
      Analyzer.standard.analyze(bytes[...], into: &stream)
      var last: Int32 = 0
      for token in stream.tokens {
        guard token.start < token.end, bytes[Int(token.start)] & 0xC0 != 0x80,
          Int(token.end) == bytes.count || bytes[Int(token.end)] & 0xC0 != 0x80,
          (1...Analyzer.termLimit).contains(Int(token.termLength)),
          String(validating: stream.term(of: token), as: UTF8.self) != nil
        else { return "range \(token)" }
        if [.word, .number, .han].contains(token.kind) {
          guard token.start >= last else { return "order \(token)" }
          last = token.start
        }
      }
      return nil
    }
  }

  @Test("A folded text has the terms of the text")
  func folded() {
    forAll { text in
      let fold = TextFoldingTests.fold(text)
      // Folding makes of ⒈ and ½ what reads on its own as part of its neighbours.
      let isApart = text.unicodeScalars.allSatisfy {
        ![.otherNumber, .otherSymbol, .otherPunctuation].contains($0.properties.generalCategory)
      }
      return !isApart || termTable(fold) == termTable(text) ? nil : "folds to \(fold)"
    }
  }

  @Test("A quoted copy has the terms of the text, in every form of quotes")
  func quoted() {
    let marks = [("“", "”"), ("\"", "\""), ("《", "》"), ("「", "」"), ("«", "»"), ("＂", "＂")]
    var round = 0
    forAll { text in
      round += 1
      let (opener, closer) = marks[round % marks.count]
      return termTable(opener + text + closer) == termTable(text) ? nil : "in \(opener)\(closer)"
    }
  }

  @Test(
    "Traditional and Simplified give the same terms",
    arguments: [
      ("兩不愁三保障，實現義務教育、基本醫療、住房安全有保障", "两不愁三保障，实现义务教育、基本医疗、住房安全有保障"),
      ("國發〔2018〕43號", "国发〔2018〕43号"), ("後來髮型發展", "后来发型发展"), ("乾淨的水裡", "干净的水里"),
      ("看著計畫", "看着计划"), ("臺灣與瞭解", "台湾与了解"), ("覆蓋全國", "覆盖全国"),
    ])
  func scripts(_ traditional: String, _ simplified: String) {
    #expect(termTable(traditional) == termTable(simplified))
  }

  @Test("The stem of a word is the same whichever way it is spelled")
  func spellings() {
    for (british, american) in [
      ("revitalisation", "revitalization"), ("organisations", "organizations"),
      ("modernise", "modernize"), ("Prioritising", "prioritizing"), ("criticised", "criticized"),
    ] {
      let stems = [british, american].map { word in
        printedTokens(word).split(separator: "~").last
      }
      #expect(stems[0] == stems[1])
    }
    for word in ["exercise", "enterprise", "precise", "wise", "advise", "rise", "raised"] {
      #expect(!printedTokens(word).split(separator: "~")[1].contains("z"))
    }
  }

  @Test("The memo of stems forgets, and stems stay the same")
  func memo() {
    var stream = TokenStream()
    for number in 0..<300_000 {
      var word = [UInt8]("w".utf8)
      var rest = number
      while rest > 0 {
        word.append(UInt8(97 + rest % 26))
        rest /= 26
      }
      stream.removeAll()
      Analyzer.standard.analyze((word + Array("ing organisations".utf8))[...], into: &stream)
      guard stream.tokens.last.map({ Array(stream.term(of: $0)) }) == Array("organ".utf8) else {
        Issue.record("word \(number)")
        return
      }
    }
  }
}
