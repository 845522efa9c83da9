import GazetteAnalysis
import GazetteTestSupport
import Testing

/// A stream that is searched for some stems leaves out those that cannot be one of them, and nothing else.
@Suite struct WantedStemsTests {
  private func tokens(_ text: String, _ stream: TokenStream) -> [String] {
    var stream = stream
    Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
    return stream.tokens.map { token in
      "\(token.kind) \(token.position) \(token.start) \(String(decoding: stream.term(of: token), as: UTF8.self))"
    }
  }

  @Test("a stem begins with the first letter of its word, those with rules of their own too")
  func firstLetter() {
    var random = SeededGenerator(seed: 41)
    let endings = ["y", "ies", "ing", "ied", "isation", "'s", "ly", "ousness", "ed", "s"]
    let letters = Array("abcdefghijklmnopqrstuvwxyzé")
    let made = (0..<4_000).map { _ in
      String(
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          letters[Int.random(in: 0..<27, using: &random)]
        })
        + endings[Int.random(in: 0..<endings.count, using: &random)]
    }
    let known = [
      "dying", "skies", "news", "inning", "early", "only", "singly", "gently", "ugly", "howe",
      "yes", "youth", "idly", "tying", "lying", "skis", "exceed", "proceed", "cosmos", "Éire",
    ]
    for word in known + made {
      var stream = TokenStream()
      Analyzer.standard.analyze(Array(word.utf8)[...], into: &stream)
      for (atom, stem) in zip(stream.tokens, stream.tokens.dropFirst()) where stem.kind == .stem {
        #expect(stream.term(of: atom).first == stream.term(of: stem).first, "\(word)")
      }
    }
  }

  @Test("the stems that are asked for stand where they stood, and all that is no stem")
  func same() {
    let text =
      "Policies on housing, the Houses of 三保障 and élites; Organisations' 3 policies housed him."
    let all = tokens(text, TokenStream())
    for wanted in [["hous"], ["polici"], ["élit"], ["organ", "x"], []] {
      let found = tokens(text, TokenStream(findingStems: wanted.map { Array($0.utf8) }))
      #expect(found.filter { !$0.hasPrefix("stem") } == all.filter { !$0.hasPrefix("stem") })
      for stem in wanted {
        #expect(
          found.filter { $0.hasSuffix(" " + stem) } == all.filter { $0.hasSuffix(" " + stem) })
      }
      #expect(found.count < all.count)
    }
  }
}
