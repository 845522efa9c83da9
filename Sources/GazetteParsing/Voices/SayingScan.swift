internal import GazetteDocument

/// Finds the verbs of saying of a text: a few passes at sixteen bytes a step, and a look at the few candidates.
struct SayingScan: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The verbs in their order; some may overlap.
  ///
  /// - Parameters:
  ///   - inChinese: Whether to look for Chinese verbs; English ones otherwise.
  ///   - isSpeech: Whether the text is a speech, in which others are named with the plainest verbs.
  /// - Returns: The bytes of each verb.
  func verbs(inChinese: Bool, isSpeech: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if inChinese {
      if !isSpeech { appendChinese(&found) }
      // In a report, where no verb has a sign behind it, one without hardly stands.
      if isSpeech || !found.isEmpty { appendPlain(&found) }
    } else {
      appendEnglish(&found)
    }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return found
  }

  /// Verbs with a comma, a colon, a quote or a full stop behind them.
  private func appendChinese(_ found: inout [Range<Int>]) {
    let endings = lexicon.sayingEndings
    let (comma, quote, stop) = (
      ByteVector(repeating: 0xEF), ByteVector(repeating: 0xE2), ByteVector(repeating: 0xE3)
    )
    var position = 3
    while position + 16 <= text.count {
      let bytes = text.vector(at: position)
      let lane = ByteVector.first(in: (bytes .== comma) .| (bytes .== quote) .| (bytes .== stop))
      position += lane
      if lane == 16 { continue }
      // Few characters end a verb of saying.
      let last = text.triple(at: position - 3, end: position)
      if endings &>> Lexicon.voiceBit(of: last) & 1 == 1 { take(endingAt: position, &found) }
      position += 1
    }
  }

  /// 强调 and 指出 with nothing behind them.
  private func appendPlain(_ found: inout [Range<Int>]) {
    let whole = 0..<text.count
    for word in ["强调", "指出"] as [StaticString] {
      var rest = whole
      while let place = text.firstPlace(of: word, in: rest) {
        found.append(place..<place + 6)
        rest = place + 6..<whole.upperBound
      }
    }
  }

  private func take(endingAt end: Int, _ found: inout [Range<Int>]) {
    switch text.triple(at: end, end: text.count) {
    case 0xEFBC8C, 0xEFBC9A, 0xE2809C, 0xE38082, 0xE3808C, 0xE3808E: break  // ，：“。「『
    default: return
    }
    let start = max(0, end - 12)
    guard let verb = lexicon.sayingChinese.suffix(text, of: start..<end) else { return }
    found.append(verb..<end)
  }

  /// Verbs as whole words: looked for by what most of them share, so that the text is read few times.
  private func appendEnglish(_ found: inout [Range<Int>]) {
    let whole = 0..<text.count
    // said, ⟨verb⟩ed that, pointed out that, urged, …
    for word in [
      "said", "says", "ed that", "out that", "s that", "rged", "sized", "sised",
      "tressed", "old report", "quired", "inted out",
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
