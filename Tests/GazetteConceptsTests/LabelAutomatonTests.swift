import GazetteAnalysis
import GazetteConcepts
import GazetteTestSupport
import Testing

@Suite struct LabelAutomatonTests {
  private static func fold(_ text: String) -> LabelText {
    var folded = LabelText()
    Array(text.utf8).withUnsafeBufferPointer { folded.fold($0) }
    return folded
  }

  private static func folded(_ text: String) -> [UInt8] {
    let folded = fold(text)
    return Array(folded.utf8.prefix(folded.count))
  }

  /// Every label at every place, by comparing bytes.
  private static func slowMatches(_ labels: [[UInt8]], _ text: LabelText) -> [LabelMatch] {
    func isWord(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    let bytes = Array(text.utf8.prefix(text.count))
    var found: [LabelMatch] = []
    for start in bytes.indices {
      // A label begins at no byte inside a scalar, and at no letter inside a word.
      if bytes[start] & 0xC0 == 0x80 { continue }
      if !isWord(bytes[start]), bytes[start] < 0x80 { continue }
      if isWord(bytes[start]), start > 0, isWord(bytes[start - 1]) { continue }
      var here: [LabelMatch] = []
      for (number, label) in labels.enumerated() where label.count >= 2 {
        guard labels.firstIndex(of: label) == number, bytes[start...].starts(with: label) else {
          continue
        }
        let end = start + label.count
        if isWord(label[label.count - 1]), end < bytes.count, isWord(bytes[end]) { continue }
        here.append(LabelMatch(label: Int32(number), start: Int32(start), end: Int32(end)))
      }
      found += here.sorted { $0.end < $1.end }
    }
    return found
  }

  @Test(
    "on random texts it finds what comparing every label at every place finds",
    arguments: 0..<40 * TestScale.factor)
  func oracle(round: Int) {
    let seed = UInt64(round) + 1
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "three", "guarantee", "guarantees", "two", "2", "a", "an", "work", "worry", "三", "保障", "两不愁",
      "扶贫", "、", ",", " ", "-", ". ", "“", "国", "é", "G20", "3",
    ]
    func words(_ most: Int) -> String {
      (0..<(1 + generator.below(most))).map { _ in
        parts[generator.below(parts.count)] + (generator.once(in: 2) ? " " : "")
      }.joined()
    }
    let labels = (0..<(1 + generator.below(60))).map { _ in Self.folded(words(4)) }
    let automaton = LabelAutomaton(labels)
    for _ in 0..<20 {
      let text = Self.fold(words(60))
      var found: [LabelMatch] = []
      automaton.matches(in: text, into: &found)
      #expect(found == Self.slowMatches(labels, text), "seed \(seed)")
    }
  }

  @Test("no label, an empty text and a text of nothing but marks are nothing to find")
  func empty() {
    var found: [LabelMatch] = []
    LabelAutomaton([]).matches(in: Self.fold("three guarantees"), into: &found)
    LabelAutomaton([Self.folded("three")]).matches(in: Self.fold(""), into: &found)
    LabelAutomaton([Self.folded("three")]).matches(in: Self.fold("…, — “”"), into: &found)
    LabelAutomaton([[], [0x61]]).matches(in: Self.fold("a a a"), into: &found)
    #expect(found.isEmpty)
  }
}
