import GazetteDocument
import GazetteTestSupport
import Testing

@Suite struct ReadingTextTests {
  /// A made-up source with places to mend.
  private struct Sample {
    var source: [UInt8] = []
    var repairs: [Repair] = []
    var reading = ""
    /// Stretches that no repair touches, in the source and in the reading text.
    var same: [(source: TextSpan, reading: TextSpan)] = []

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let words = ["各县", "poverty ", "é", "🚰", "落实。", " ", "We have "]
      let new = ["", "—", "\n", "共", "longer than it was"]
      var place = TextPosition.zero
      var read = TextPosition.zero
      func moved(_ position: TextPosition, _ text: String) -> TextPosition {
        TextPosition(
          byte: position.byte + text.utf8.count,
          scalar: position.scalar + text.unicodeScalars.count)
      }
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let word = words[Int.random(in: 0..<words.count, using: &random)]
        let start = place
        place = moved(place, word)
        source += word.utf8
        let span = TextSpan(start: start, end: place)
        if Int.random(in: 0..<3, using: &random) == 0 {
          let replacement = new[Int.random(in: 0..<new.count, using: &random)]
          repairs.append(
            Repair(rule: "test", span: span, replacement: replacement, confidence: 1))
          reading += replacement
          read = moved(read, replacement)
        } else {
          let from = read
          reading += word
          read = moved(read, word)
          same.append((span, TextSpan(start: from, end: read)))
        }
      }
    }

    var text: ReadingText {
      let end = TextPosition(
        byte: source.count, scalar: String(decoding: source, as: UTF8.self).unicodeScalars.count)
      return ReadingText(source, source: TextSpan(start: .zero, end: end), repairs: repairs)
    }
  }

  @Test("every stretch that is sound leads to the source and back", arguments: UInt64(1)...200)
  func roundTrip(seed: UInt64) {
    let sample = Sample(seed: seed)
    let text = sample.text
    let last = sample.repairs.last { $0.span.end == text.source.end }
    let isTrimmed = last?.replacement == "\n"
    #expect(
      text.string == (isTrimmed ? String(sample.reading.dropLast()) : sample.reading),
      "seed \(seed)")
    for (source, reading) in sample.same {
      #expect(text.sourceSpan(of: reading) == source, "seed \(seed)")
      #expect(text.readingSpan(of: source) == reading, "seed \(seed)")
      #expect(text.sourceBytes(of: reading.bytes) == source.bytes, "seed \(seed)")
    }
  }

  @Test("any stretch of the source lies within the source of its reading, and so the other way")
  func outward() {
    for seed in UInt64(1)...100 {
      let sample = Sample(seed: seed)
      let text = sample.text
      let string = String(decoding: sample.source, as: UTF8.self)
      var places = [TextPosition.zero]
      for scalar in string.unicodeScalars {
        let last = places[places.count - 1]
        places.append(
          TextPosition(byte: last.byte + String(scalar).utf8.count, scalar: last.scalar + 1))
      }
      for (index, start) in places.enumerated() {
        for end in places[index...].dropFirst() {
          let span = TextSpan(start: start, end: end)
          let back = text.sourceSpan(of: text.readingSpan(of: span))
          // What was left out has no place of its own in the reading text.
          let isGone = text.readingSpan(of: span).isEmpty
          #expect(isGone || back.start <= span.start || text.isMended, "seed \(seed)")
          #expect(back.start <= back.end, "seed \(seed)")
          #expect(text.readingSpan(of: span).end.byte <= text.utf8.count, "seed \(seed)")
        }
      }
    }
  }

  @Test(
    "a slice of a text is mended by the entries within it, and places count in the whole source")
  func slice() {
    let source = Array("aa u2014 bb u2014 cc".utf8)
    func span(_ range: Range<Int>) -> TextSpan {
      TextSpan(
        start: TextPosition(byte: range.lowerBound, scalar: range.lowerBound),
        end: TextPosition(byte: range.upperBound, scalar: range.upperBound))
    }
    let repairs = [
      Repair(rule: "a", span: span(3..<8), replacement: "—", confidence: 1),
      Repair(rule: "k", span: span(9..<11), replacement: nil, confidence: 1, flag: .lowTrust),
      Repair(rule: "b", span: span(12..<17), replacement: "—", confidence: 1),
    ]
    let text = ReadingText(source[9..<20], source: span(9..<20), repairs: repairs)
    #expect(text.string == "bb — cc")
    #expect(text.isMended)
    #expect(text.sourceBytes(of: 0..<2) == 9..<11)
    #expect(text.sourceBytes(of: 3..<6) == 12..<17)
    #expect(text.sourceBytes(of: 7..<9) == 18..<20)
    let half = ReadingText(source[5..<12], source: span(5..<12), repairs: repairs)
    #expect(half.string == "014 bb " && !half.isMended)
  }
}
