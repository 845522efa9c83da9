internal import GazetteDocument

/// Phrases that are looked for at many places: nearly all places are told by a glance that hold none.
struct PhraseTable: Sendable {
  /// The phrases.
  let phrases: [[UInt8]]
  /// A bit for each phrase by its first six bytes, and by its last three.
  private let starts: UInt64
  private let ends: UInt64
  /// For each byte, whether a phrase begins with it.
  private let heads: [Bool]

  /// Creates a table of phrases of six bytes or more.
  init(_ phrases: [[UInt8]]) {
    self.phrases = phrases
    starts = phrases.reduce(0) { bits, phrase in
      let text = DamageText(utf8: phrase, format: .text)
      return bits | PhraseTable.bit(text.triple(0), text.triple(3))
    }
    heads = phrases.reduce(into: [Bool](repeating: false, count: 256)) { heads, phrase in
      if let head = phrase.first { heads[Int(head)] = true }
    }
    ends = phrases.reduce(0) { bits, phrase in
      let text = DamageText(utf8: phrase, format: .text)
      return bits | PhraseTable.bit(text.triple(phrase.count - 3), 0)
    }
  }

  /// The phrase at a place; `nil` when none is there.
  func phrase(_ text: DamageText, at place: Int) -> [UInt8]? {
    guard heads[Int(text[place])],
      starts & PhraseTable.bit(text.triple(place), text.triple(place + 3)) != 0
    else { return nil }
    return phrases.first { text.holds($0, at: place) }
  }

  /// The phrase in front of a place, the case of letters aside but for the last three; `nil` when none is there.
  func phrase(_ text: DamageText, before place: Int) -> [UInt8]? {
    guard ends & PhraseTable.bit(text.triple(place - 3), 0) != 0 else { return nil }
    return phrases.first { text.holdsFolded($0, before: place) }
  }

  private static func bit(_ first: UInt32, _ second: UInt32) -> UInt64 {
    1 << UInt64(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) >> 26)
  }
}
