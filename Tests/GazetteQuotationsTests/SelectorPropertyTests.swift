import GazetteDocument
import GazetteQuotations
import GazetteTestSupport
import Testing

/// Whatever happens to a text, a selector never takes a look-alike.
@Suite struct SelectorPropertyTests {
  private static let rounds = 400

  private func resolve(_ selector: Selector, in text: ChangingText) -> SelectorResolution {
    SelectorResolver(text.source, sha256: text.source.sha256).resolve(selector)
  }

  /// Runs rounds with a seed each, half of them Chinese.
  private func forEachRound(
    _ body: (inout SeededGenerator, Bool, UInt64) throws -> Void
  ) rethrows {
    for round in 0..<Self.rounds {
      let seed = UInt64.random(in: 0 ... .max)
      var generator = SeededGenerator(seed: seed)
      try body(&generator, round % 2 == 0, seed)
    }
  }

  @Test("every slice of an untouched text is the same, and says so of its place")
  func untouched() {
    forEachRound { generator, isChinese, seed in
      let text = ChangingText(paragraphs: 1 + generator.below(8), inChinese: isChinese, &generator)
      let source = text.source
      let first = source.place(before: generator.below(source.utf8.count), by: 1)
      let end = source.place(behind: first, by: 1 + generator.below(60))
      let selector = text.selector(first..<end)
      let found = resolve(selector, in: text)
      #expect(found.state == .same && found.span == selector.span, "seed \(seed)")
      #expect(selector.isConsistent && (selector.copies ?? 0) >= 1, "seed \(seed)")
    }
  }

  @Test("what is put in elsewhere leaves the words the same or moved, at their own place")
  func insertions() throws {
    try forEachRound { generator, isChinese, seed in
      var text = ChangingText(paragraphs: 2 + generator.below(8), inChinese: isChinese, &generator)
      let selector = text.selector(try #require(text.targetBytes))
      let place = generator.below(text.paragraphs.count + 1)
      let isBefore = place <= text.target ?? 0
      text.insert(
        ChangingText.words(5 + generator.below(20), inChinese: isChinese, &generator), at: place)
      guard text.source.count(of: Array(selector.exact.utf8)) == 1, selector.occurrences == 1 else {
        return
      }
      let found = resolve(selector, in: text)
      #expect(found.span?.bytes == text.targetBytes, "seed \(seed)")
      #expect(found.isFound && (!isBefore || found.state == .moved), "seed \(seed)")
    }
  }

  @Test("words that changed are changed, with the difference, or orphaned")
  func changes() throws {
    var changed = 0
    try forEachRound { generator, isChinese, seed in
      var text = ChangingText(paragraphs: 3 + generator.below(8), inChinese: isChinese, &generator)
      let target = try #require(text.target)
      let selector = text.selector(try #require(text.targetBytes))
      var words = Array(text.paragraphs[target].unicodeScalars)
      let place = generator.below(words.count)
      words[place] = words[place] == "零" ? "Q" : "零"
      let after = String(String.UnicodeScalarView(words))
      text.paragraphs[target] = after
      // Beside the words it would be part of the change.
      if target > 0, generator.once(in: 2) { text.insert("零 put in 零", at: 0) }
      let found = resolve(selector, in: text)
      #expect(!found.isFound, "seed \(seed)")
      guard found.state == .changed else { return }
      changed += 1
      #expect(found.span?.bytes == text.targetBytes, "seed \(seed)")
      let pieces = found.difference
      #expect(
        pieces.filter { $0.kind != .inserted }.map(\.text).joined() == selector.exact,
        "seed \(seed)")
      #expect(
        pieces.filter { $0.kind != .deleted }.map(\.text).joined() == after, "seed \(seed)")
    }
    #expect(changed > Self.rounds * 9 / 10, "most changes are told as such")
  }

  @Test("of several copies none but the very one is taken, whatever else is edited")
  func copies() throws {
    var kept = 0
    try forEachRound { generator, isChinese, seed in
      var text = ChangingText(paragraphs: 4 + generator.below(8), inChinese: isChinese, &generator)
      let copy = text.paragraphs[text.target ?? 0]
      for _ in 0...generator.below(3) {
        let place = generator.below(text.paragraphs.count + 1)
        text.insert(copy, at: place)
        // A neighbour of its own on either side tells the copies apart.
        for side in [place + 1, place] where generator.once(in: 2) {
          text.insert(
            ChangingText.words(9, inChinese: isChinese, &generator), at: side)
        }
      }
      let selector = text.selector(try #require(text.targetBytes))
      for _ in 0...generator.below(3) {
        let place = generator.below(text.paragraphs.count)
        switch generator.below(4) {
        case 0 where text.paragraphs.count > 2: text.remove(at: place)
        case 1 where place != text.target && text.paragraphs[place] != copy:
          text.paragraphs[place] += isChinese ? "另行通知。" : " Otherwise so."
        default:
          text.insert(ChangingText.words(12, inChinese: isChinese, &generator), at: place)
        }
      }
      let found = resolve(selector, in: text)
      guard found.isFound else {
        #expect(found.state != .orphaned || found.span == nil, "seed \(seed)")
        return
      }
      kept += 1
      #expect(found.span?.bytes == text.targetBytes, "seed \(seed): \(found.state)")
    }
    #expect(kept > 0, "some copies are decided by their surroundings")
  }

  @Test("random selectors over random texts, as strangers may make them, never stop the resolver")
  func hostile() {
    forEachRound { generator, isChinese, seed in
      let text = ChangingText(paragraphs: generator.below(4) + 1, inChinese: isChinese, &generator)
      func words() -> String {
        String(
          ChangingText.words(generator.below(12) + 1, inChinese: isChinese, &generator)
            .prefix(generator.below(50)))
      }
      func place() -> TextPosition {
        TextPosition(byte: generator.below(1 << 33) - 5, scalar: generator.below(400))
      }
      let ends = [place(), place()].sorted()
      let selector = Selector(
        span: TextSpan(start: ends[0], end: ends[1]), exact: words(), prefix: words(),
        suffix: words(),
        textSHA256: generator.once(in: 2) ? text.source.sha256 : SourceText(words()).sha256,
        occurrences: generator.below(3), copies: generator.below(3))
      let found = resolve(selector, in: text)
      if let span = found.span {
        #expect(span.end.byte <= text.source.utf8.count, "seed \(seed)")
        #expect(
          !found.isFound || text.source.string(in: span) == selector.exact, "seed \(seed)")
      }
    }
  }
}
