internal import GazetteDocument

/// Finds the verbs of saying of a text: a few passes at sixteen bytes a step, and a look at the few candidates.
struct SayingScan: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The verbs in their order; some may overlap.
  func verbs(inChinese: Bool, inEnglish: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if inChinese { appendChinese(&found) }
    if inEnglish { appendEnglish(&found) }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return found
  }

  /// Verbs with a comma, a colon or a quote behind them, and the plainest ones without.
  private func appendChinese(_ found: inout [Range<Int>]) {
    var position = 3
    let comma = ByteVector(repeating: 0xEF)
    let quote = ByteVector(repeating: 0xE2)
    let stop = ByteVector(repeating: 0xE3)
    let whole = 0..<text.count
    while position + 16 <= text.count {
      let bytes = text.vector(at: position)
      let lane = ByteVector.first(in: (bytes .== comma) .| (bytes .== quote) .| (bytes .== stop))
      position += lane
      if lane == 16 { continue }
      switch text.triple(at: position, end: text.count) {
      case 0xEFBC8C, 0xEFBC9A, 0xE2809C, 0xE38082: take(endingAt: position, &found)  // ，：“。
      default: break
      }
      position += 1
    }
    for word in ["强调", "指出"] as [StaticString] {
      var rest = whole
      while let place = text.firstPlace(of: word, in: rest) {
        found.append(place..<place + 6)
        rest = place + 6..<whole.upperBound
      }
    }
  }

  private func take(endingAt end: Int, _ found: inout [Range<Int>]) {
    let start = max(0, end - 12)
    guard let verb = lexicon.sayingChinese.suffix(text, of: start..<end) else { return }
    found.append(verb..<end)
  }

  /// Verbs as whole words: looked for by what most of them share, so that the text is read few times.
  private func appendEnglish(_ found: inout [Range<Int>]) {
    let whole = 0..<text.count
    // said, ⟨verb⟩ed that, pointed out that, urged, …
    for word in [
      "said", "says", "ed that", "out that", "ts that", "es that", "rged", "sized", "sised",
      "tressed", "old report", "quired", "inted out", "lds that",
    ]
      as [StaticString]
    {
      var rest = whole
      while let place = text.firstPlace(of: word, in: rest) {
        let end = place + word.utf8CodeUnitCount
        rest = end..<whole.upperBound
        if let verb = verb(around: place, end) { found.append(verb) }
      }
    }
  }

  /// The verb that holds the place of a hit, as a whole word.
  private func verb(around place: Int, _ end: Int) -> Range<Int>? {
    var start = place
    while start > 0, start > place - 14, text[start - 1].isLetter { start -= 1 }
    // "pointed out that", "told reporters": the first word stands in front.
    let limit = min(text.count, end + 12)
    if let after = lexicon.sayingEnglish.match(text, at: start, end: limit) { return start..<after }
    guard start > 1, text[start - 1] == 0x20 else { return nil }
    var first = start - 1
    while first > 0, first > start - 14, text[first - 1].isLetter { first -= 1 }
    guard let after = lexicon.sayingEnglish.match(text, at: first, end: limit), after > start else {
      return nil
    }
    return first..<after
  }
}
