extension FormulaScan {
  private static let counter: UInt32 = 0x4E2A
  private static let oldCounter: UInt32 = 0x500B
  private static let ordinal: UInt32 = 0x7B2C
  /// The longest tail of 四个…: four characters.
  private static let tailLimit = 4

  /// Looks at a sign for a number that stands at a place.
  mutating func scanChinese(_ text: PassageScalars, _ place: Int) {
    guard let first = number(text, place), (1...12).contains(first),
      number(text, place - 1) == nil, !text.isDigit(place - 1),
      text[place - 1] != Self.ordinal, text.isHan(place + 1), number(text, place + 1) == nil
    else { return }
    if lexicon.sayings.contains(where: { text.has($0, at: place) }) { return }
    // Inside of quotation marks the whole of what they hold counts, unless it goes on.
    if PassageScalars.openers.contains(text[place - 1]),
      let range = text.quotation(openingAt: place - 1, limit: 12),
      range.allSatisfy({ text.isHan($0) || text[$0] == 0x3001 })
    {
      return
    }
    if scanDoubled(text, place, first) { return }
    guard first > 1 else { return }
    if text[place + 1] == Self.counter || text[place + 1] == Self.oldCounter {
      scanCounted(text, place, first)
    } else if !lexicon.units.contains(text[place + 1]) {
      scanNumbered(text, place, first)
    }
  }

  /// 四梁八柱: words as long behind the second number as behind the first; 五个一批.
  private mutating func scanDoubled(
    _ text: PassageScalars, _ place: Int, _ first: Int
  ) -> Bool {
    var middle = place + 1
    while middle < place + 5, text.isHan(middle), number(text, middle) == nil { middle += 1 }
    guard middle > place + 1, let second = number(text, middle), (1...12).contains(second),
      number(text, middle + 1) == nil
    else { return false }
    let length = middle - place - 1
    let end = middle + 1 + length
    let isCounted = length == 1 && text[place + 1] == Self.counter
    let heads = [text[place + 1], text[middle + 1]]
    let words = [place + 1..<middle, middle + 1..<end]
    guard isCounted || !heads.contains(where: lexicon.units.contains), first > 1 || length > 1,
      words[1].allSatisfy({ text.isHan($0) && number(text, $0) == nil }),
      !words.joined().contains(where: { lexicon.links.contains(text[$0]) })
    else { return false }
    if isCounted, second != 1 { return false }
    // 五年一届, 每两月一次: how often something happens.
    if second == 1, !isCounted, lexicon.units.contains(text[end - 1]) { return false }
    let longest = isCounted ? end + 1 : end
    for end in end...longest where (middle + 1..<end).allSatisfy(text.isHan) {
      add(
        FormulaSighting(
          pattern: .doubled, range: place..<end, numbers: numbers([first, second]),
          isWeak: first == 1 || second == 1 && !isCounted || length > 2,
          isBounded: isCounted ? isBounded(text, end) : true), text)
    }
    return true
  }

  /// 四个意识: every length that it may have, for the counts to choose from.
  private mutating func scanCounted(_ text: PassageScalars, _ place: Int, _ first: Int) {
    if lexicon.things.contains(where: { text.has($0, at: place + 2) }) { return }
    var end = place + 3
    while end <= place + 2 + Self.tailLimit, text.isHan(end - 1), number(text, end - 1) == nil,
      !lexicon.breaks.contains(text[end - 1])
    {
      add(
        FormulaSighting(
          pattern: .counted, range: place..<end, numbers: [first],
          isBounded: isBounded(text, end)), text)
      end += 1
    }
  }

  /// 六稳 without quotation marks: only where a list follows, which the discovery looks for.
  private mutating func scanNumbered(_ text: PassageScalars, _ place: Int, _ first: Int) {
    for length in 1...3 {
      let end = place + 1 + length
      guard text.isHan(end - 1), number(text, end - 1) == nil else { return }
      guard lexicon.hanLeads.contains(where: { text.has($0, at: end) }) else { continue }
      add(
        FormulaSighting(
          pattern: .numbered, range: place..<end, numbers: [first], isBounded: true), text)
    }
  }

  /// Whether what follows a place is no Han, or a character that goes with no term before it.
  private func isBounded(_ text: PassageScalars, _ place: Int) -> Bool {
    !text.isHan(place) || lexicon.closers.contains(text[place])
  }
}
