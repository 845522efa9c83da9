extension FormulaScan {
  private static let wordLimit = 3

  /// Looks at an English word that begins at a place.
  mutating func scanEnglish(_ text: PassageScalars, _ place: Int) {
    let head = word(text, place)
    guard (3...6).contains(head.count), text[head.upperBound] == 0x20,
      let first = lexicon.englishNumbers[text.string(head).lowercased()],
      !isNumber(before: place, text)
    else { return }
    var words: [Range<Int>] = []
    var at = head.upperBound + 1
    while words.count <= Self.wordLimit {
      let next = word(text, at)
      if next.isEmpty { break }
      words.append(next)
      guard text[next.upperBound] == 0x20 || text[next.upperBound] == 0x2C else { break }
      at = next.upperBound + (text[next.upperBound] == 0x2C ? 2 : 1)
      if text[next.upperBound] == 0x2C { break }
    }
    guard let noun = words.first, !isThing(noun, text) else { return }
    if scanDoubled(text, head.lowerBound, first, words) { return }
    scanCounted(text, head.lowerBound, first, words)
  }

  /// "two assurances and three guarantees", also with a comma.
  private mutating func scanDoubled(
    _ text: PassageScalars, _ start: Int, _ first: Int, _ words: [Range<Int>]
  ) -> Bool {
    for length in 1...Self.wordLimit where length <= words.count {
      var at = words[length - 1].upperBound
      if text[at] == 0x2C { at += 1 }
      guard text[at] == 0x20 else { continue }
      var link = word(text, at + 1)
      if text.string(link).lowercased() == "and" { link = word(text, link.upperBound + 1) }
      guard let second = lexicon.englishNumbers[text.string(link).lowercased()],
        text[link.upperBound] == 0x20
      else { continue }
      var tail: [Range<Int>] = []
      var place = link.upperBound + 1
      while tail.count < length {
        let next = word(text, place)
        guard !next.isEmpty, !isThing(next, text) else { break }
        tail.append(next)
        guard text[next.upperBound] == 0x20 else { break }
        place = next.upperBound + 1
      }
      guard tail.count == length, let end = tail.last,
        words.prefix(length).allSatisfy({ !isThing($0, text) }),
        isPlural(words[length - 1], text), isPlural(end, text),
        // Numbers of one kind of thing are measured: three Reynolds numbers and five Prandtl numbers.
        text.string(words[length - 1]).lowercased() != text.string(end).lowercased()
      else { continue }
      add(
        FormulaSighting(
          pattern: .doubled, range: start..<end.upperBound, numbers: numbers([first, second])), text
      )
      return true
    }
    return false
  }

  /// "the four consciousnesses": up to the first plural, behind "the" or in capitals.
  private mutating func scanCounted(
    _ text: PassageScalars, _ start: Int, _ first: Int, _ words: [Range<Int>]
  ) {
    for length in 1...Self.wordLimit where length <= words.count {
      let last = words[length - 1]
      if isThing(last, text) { return }
      guard isPlural(last, text) else { continue }
      let isNamed = text.has([0x74, 0x68, 0x65, 0x20], at: start - 4)
      let isCapital = words.prefix(length).allSatisfy { text[$0.lowerBound] &- 0x41 < 26 }
      guard isNamed || isCapital || PassageScalars.openers.contains(text[start - 1]) else { return }
      // "The two methods" speaks of what stands before; more than two may be a name, if a list tells.
      if !isCapital, first < 3 { return }
      add(
        FormulaSighting(
          pattern: .counted, range: start..<last.upperBound, numbers: [first],
          isWeak: !isCapital), text)
      return
    }
  }

  private func isPlural(_ word: Range<Int>, _ text: PassageScalars) -> Bool {
    word.count > 3 && text[word.upperBound - 1] | 0x20 == 0x73
      && text[word.upperBound - 2] | 0x20 != 0x73
  }

  private func isThing(_ word: Range<Int>, _ text: PassageScalars) -> Bool {
    lexicon.englishThings.contains(text.string(word).lowercased())
  }

  /// Whether a word for a number stands right before a place: "twenty three", "three to five".
  private func isNumber(before place: Int, _ text: PassageScalars) -> Bool {
    var end = place - 1
    guard text[end] == 0x20 || text[end] == 0x2D else { return false }
    while text.isLetter(end - 1) { end -= 1 }
    let before = text.string(max(0, end)..<max(0, place - 1)).lowercased()
    return [
      "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    ]
    .contains(before)
  }
}
