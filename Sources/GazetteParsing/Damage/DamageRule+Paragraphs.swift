internal import GazetteDocument

private let small: [ClosedRange<UInt8>] = [0x61...0x7A]

// Line breaks that were lost or put in.
extension DamageRule {
  /// `tackle poverty We have laid`: a sentence that begins without the end of the one before.
  static let gluedParagraph = DamageRule(
    name: "glued-paragraph",
    detector: .windows([
      .init(6, small, [0x20...0x20], [0x54...0x54, 0x57...0x57, 0x49...0x49, 0x4F...0x4F])
    ]) { text, place in
      let start = place + 2
      let word = text.word(at: start)
      guard word.count > 1, word.count <= 9, text[place + 1] == 0x20,
        text[word.upperBound] == 0x20, text[start + 1].isLowercase,
        DamageTables.shared.starters.contains(text.string(word)),
        isRunning(text, word.upperBound)
      else { return nil }
      let before = text.word(before: place + 1)
      guard before.count > 2, text[before.lowerBound].isLowercase,
        text[before.lowerBound - 1] == 0x20 || text[before.lowerBound - 1] == 0x2D,
        !DamageTables.shared.linkWords.contains(text.lowered(before))
      else { return nil }
      // A heading in capitals, or the name of a paper: the words before would not all be small.
      let further = text.word(before: before.lowerBound - 1)
      guard further.isEmpty || text[further.lowerBound].isLowercase else { return nil }
      return .mended(place + 1..<place + 2, "\n", 0.75)
    })

  /// Whether three small words follow a place: running text, and no title in capitals.
  private static func isRunning(_ text: DamageText, _ place: Int) -> Bool {
    var index = place
    for _ in 0..<3 {
      guard text[index] == 0x20, text[index + 1].isLowercase else { return false }
      index = text.word(at: index + 1).upperBound
      if text[index] == 0x2D || text[index] == 0x27 { return true }
    }
    return true
  }

  /// `effective.1, strengthen`, `。1、加强`: the number of an item behind the sentence before it.
  static let gluedNumber = DamageRule(
    name: "glued-number",
    detector: .windows([
      .init(7, small, [0x2E...0x2E], [0x30...0x39, 0x41...0x5A]),
      .init(10, [0x82...0x82], [0x30...0x39], [0x2E...0x2E, 0xE3...0xE3, 0xEF...0xEF]),
    ]) { text, place in
      let isWide = text[place] == 0x82
      guard isWide ? text.triple(place - 2) == 0xE38082 : text[place + 1] == 0x2E,
        isWide || text.word(before: place + 1).count > 2
      else { return nil }
      let stop = isWide ? place - 2..<place + 1 : place + 1..<place + 2
      var index = stop.upperBound
      while text[index].isDigit, index < stop.upperBound + 2 { index += 1 }
      guard index > stop.upperBound, let end = numeralEnd(text, index) else { return nil }
      let behind = text[end] == 0x20 ? end + 1 : end
      guard text[behind].isLetter || text.isHan(at: behind) || text.triple(behind) == 0xE2809C,
        !isWide || !isRunOn(text, stop.upperBound)
      else { return nil }
      return .mended(stop, text.string(stop) + "\n", 0.9)
    })

  /// Whether the numbers of a Chinese paragraph count what it says: it has a number of its own, or they part a list.
  ///
  /// `（六）基本医疗有保障。1.参保应保尽保。…2.看病有地方。…` runs on as it was written.
  private static func isRunOn(_ text: DamageText, _ number: Int) -> Bool {
    let start = text.lineStart(number, within: 6_000)
    var first = text.utf8.span.trimmed(start..<max(start, number)).lowerBound
    // An indented line may begin with white space of three bytes.
    while text.triple(first) == 0xE38080 { first += 3 }
    return [0xEFBC88, 0xE7ACAC].contains(text.triple(first))
      || hasLaterItem(text, number)
  }

  /// Whether the item ends with a semicolon, as those of a list within a sentence do.
  private static func hasLaterItem(_ text: DamageText, _ number: Int) -> Bool {
    let end = text.lineEnd(number, within: 600)
    var place = number
    while place < end {
      let sign = text.triple(place)
      if sign == 0xE38082 { return false }
      if sign == 0xEFBC9B { return text[place + 3].isDigit }
      place += 1
    }
    return false
  }

  /// `制定本方案。一、工作目标`: headings that lost their lines, in a text that has two of them or more.
  static let gluedHan = DamageRule(
    name: "glued-paragraph",
    detector: .sentences(from: [0xE4...0xE5]) { text, sentence, _ in
      gluedItem(text, at: sentence.lowerBound)
    })

  /// The same of what was taken for a heading.
  static let gluedHeading = DamageRule(
    name: "glued-paragraph",
    detector: .passages { text, passages, findings in
      for heading in passages.headings where text[heading.lowerBound] >= 0xE4 {
        if let found = gluedItem(text, at: heading.lowerBound) { findings.append(found) }
      }
    })

  private static func gluedItem(_ text: DamageText, at start: Int) -> DamageFinding? {
    guard text.triple(start - 3) == 0xE38082, text.triple(start + 3) == 0xE38081,
      isNumeral(text.triple(start)), text.isHan(at: start + 6),
      // 一、二、三级 counts.
      !isNumeral(text.triple(start + 6))
    else { return nil }
    return .mended(start - 3..<start, "。\n", 0.75)
  }

  private static func isNumeral(_ character: UInt32) -> Bool {
    switch character {
    case 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D,
      0xE58D81:
      true
    default: false
    }
  }

  /// Behind the sign that ends the numeral of an item.
  private static func numeralEnd(_ text: DamageText, _ place: Int) -> Int? {
    switch text[place] {
    case 0x2C, 0x2E: return text[place + 1].isDigit ? nil : place + 1
    default:
      return [0xE38081, 0xEFBC8C, 0xEFBC8E].contains(text.triple(place)) ? place + 3 : nil
    }
  }

  /// `poverty.We have`: the space behind a full stop is lost.
  static let gluedSentence = DamageRule(
    name: "glued-sentence",
    detector: .windows([.init(7, small, [0x2E...0x2E], [0x30...0x39, 0x41...0x5A])]) {
      text, place in
      let before = text.word(before: place + 1)
      guard text[place + 1] == 0x2E, before.count > 2, text[place + 2].isUppercase,
        text[before.lowerBound].isLowercase || before.count > 5
      else { return nil }
      let word = text.word(at: place + 2)
      guard text[word.upperBound] == 0x20 || text[word.upperBound] == 0x2C,
        word.count > 1 ? text[word.lowerBound + 1].isLowercase : word.count == 1,
        text[before.lowerBound - 1] == 0x20 || text[before.lowerBound - 1] == 0x2D,
        text[word.upperBound + 1] != 0x3D
      else { return nil }
      return .mended(place + 1..<place + 2, ". ", 0.85)
    })

  /// A quote that opens in one paragraph and closes in the next, a line that ends with a comma: a line break was put in.
  static let brokenParagraph = DamageRule(
    name: "broken-paragraph",
    detector: .passages { text, passages, findings in
      for index in passages.all.indices.dropLast() {
        let (first, second) = (passages.all[index], passages.all[index + 1])
        let isOpen = text.isPlain && passages.opensQuote(index) && passages.closesQuote(index + 1)
        let isBroken =
          text.isPlain
          ? breaksOff(text, first.upperBound, second.lowerBound)
          : text.triple(first.upperBound - 3) == 0xEFBC8C && text.isHan(at: second.lowerBound)
            && first.count > 60
        let isLoose = !isOpen && !isBroken && text.isPlain && runsOn(text, first, second)
        guard isOpen || isBroken || isLoose, passages.areNeighbours(index, text) else { continue }
        let isHan = text.isHan(at: second.lowerBound) || text.isHan(before: first.upperBound)
        let found = DamageFinding.mended(
          first.upperBound..<second.lowerBound, isHan ? "" : " ", isLoose ? 0.6 : 0.8)
        findings.append(isLoose ? found.doubtful : found)
      }
    })

  /// A quote that opens and does not close before the paragraph ends, or that closes and never opened.
  static let unbalancedQuote = DamageRule(
    name: "unbalanced-quote",
    detector: .passages { text, passages, findings in
      guard text.isPlain, passages.hasQuotes else { return }
      for index in passages.all.indices {
        if passages.opensQuote(index) {
          // A quote of several paragraphs opens in each and closes in the last.
          let next = index + 1
          if next < passages.all.count,
            passages.opensQuote(next) || passages.closesQuote(next)
              || text.triple(passages.all[next].lowerBound) == 0xE2809C
          {
            continue
          }
          if let quote = passages.loneQuote(index, opens: true) {
            findings.append(.kept(quote, .cut, 0.6).weak)
          }
        } else if passages.closesQuote(index), index == 0 || !passages.opensQuote(index - 1) {
          if let quote = passages.loneQuote(index, opens: false) {
            findings.append(.kept(quote, .cut, 0.6).weak)
          }
        }
      }
    })

  /// Whether words break off at a place and go on at another.
  private static func breaksOff(_ text: DamageText, _ end: Int, _ start: Int) -> Bool {
    let last = text[end - 1]
    if last == 0x2C || last.isLowercase {
      guard text[start].isLowercase, text.word(at: start).count > 1 else { return false }
      return last == 0x2C
        || DamageTables.shared.linkWords.contains(
          text.lowered(text.word(before: end)))
    }
    let sign = text.triple(end - 3)
    return (sign == 0xEFBC8C || sign == 0xE38081) && text.isHan(at: start)
      && end - text.lineStart(end) > 60
  }

  /// Whether a long paragraph stops at a small word and the next one begins with one.
  private static func runsOn(
    _ text: DamageText, _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    text[first.upperBound - 1].isLowercase && text[second.lowerBound].isLowercase
      && first.count > 40 && text.word(at: second.lowerBound).count > 1
      && text.utf8[second].contains(0x2E)
  }

  /// `Governor.`: a word that became a sentence of its own.
  static let straySentence = DamageRule(
    name: "stray-sentence",
    detector: .sentences(upTo: 24, from: [0x41...0x5A]) { text, sentence, before in
      guard let before, sentence.count > 4,
        text[sentence.upperBound - 1] == 0x2E, text[sentence.lowerBound].isUppercase
      else { return nil }
      let word = text.word(at: sentence.lowerBound)
      guard word.upperBound == sentence.upperBound - 1, text[word.lowerBound + 1].isLowercase,
        before.count > 40, text[before.upperBound - 1] == 0x2E,
        !DamageTables.shared.loneWords.contains(text.lowered(word))
      else { return nil }
      return .kept(sentence, .cut, 0.7, isEvidence: false)
    })
}
