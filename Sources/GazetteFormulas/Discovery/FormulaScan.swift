/// Looks for what may be formulas in the scalars of a passage.
struct FormulaScan {
  let lexicon = FormulaLexicon.standard
  private(set) var sightings: [FormulaSighting] = []

  /// Quoted terms of more scalars are sentences.
  private static let quotationLimit = 48

  /// Finds the sightings of a passage, in the order of the text.
  mutating func scan(_ text: PassageScalars) {
    sightings.removeAll(keepingCapacity: true)
    var place = 0
    while place < text.count {
      let value = text.values[place]
      if PassageScalars.openers.contains(value) {
        scanQuotation(text, place)
      } else if value >= 0x3007 {
        if lexicon.hanNumbers[value] != nil { scanChinese(text, place) }
      } else if (value | 0x20) &- 0x61 < 26, !text.isLetter(place - 1) {
        scanEnglish(text, place)
        while text.isLetter(place + 1) { place += 1 }
      } else if value &- 0x30 < 10, !text.isDigit(place - 1) {
        scanChinese(text, place)
      }
      place += 1
    }
  }

  mutating func add(_ sighting: FormulaSighting, _ text: PassageScalars) {
    var sighting = sighting
    let range = sighting.range
    if sighting.pattern != .quoted, range.count < 5,
      lexicon.words.contains(text.string(range))
    {
      return
    }
    if PassageScalars.openers.contains(text[range.lowerBound - 1]),
      PassageScalars.closers.contains(text[range.upperBound])
    {
      sighting.isQuoted = true
      sighting.isBounded = true
    }
    sightings.append(sighting)
  }

  // MARK: Quotations

  private mutating func scanQuotation(_ text: PassageScalars, _ place: Int) {
    guard let range = text.quotation(openingAt: place, limit: Self.quotationLimit) else { return }
    if text.isHan(range.lowerBound) || text.isDigit(range.lowerBound) {
      scanChineseQuotation(text, range)
    } else if text.isLetter(range.lowerBound) {
      scanEnglishQuotation(text, range)
    }
  }

  private mutating func scanChineseQuotation(_ text: PassageScalars, _ range: Range<Int>) {
    let isOneRun = range.allSatisfy {
      text.isHan($0) || text[$0] == 0x3001 || $0 == range.lowerBound && text.isDigit($0)
    }
    guard isOneRun, (2...12).contains(range.count), !isWordOnly(text, range) else { return }
    let others = range.dropFirst().compactMap { number(text, $0) }
    let second = others.first
    // 双 counts two things in front of another number only: 双线四包, but 双创.
    let isPair = second != nil && lexicon.pairs.contains(text[range.lowerBound])
    let first = number(text, range.lowerBound) ?? (isPair ? 2 : nil)
    // 一带一路 is numbered, 一体化 is not.
    let least = second == nil ? 2 : 1
    let isNumbered =
      first.map { (least...12).contains($0) } ?? false && text.isHan(range.lowerBound + 1)
      && number(text, range.lowerBound + 1) == nil
      && !lexicon.units.contains(text[range.lowerBound + 1])
    if isNumbered, let first {
      add(
        FormulaSighting(
          pattern: second == nil ? .numbered : .doubled, range: range,
          numbers: numbers([first] + others), isQuoted: true), text)
    } else if let first, first > 1, second == nil, (4...8).contains(range.count),
      lexicon.schemes.contains(text[range.upperBound - 1])
    {
      // 三日报到制: the name of a scheme, though days are counted.
      add(
        FormulaSighting(
          pattern: .numbered, range: range, numbers: [], isQuoted: true, isWeak: true), text)
    } else if first ?? 1 == 1, !text.isDigit(range.lowerBound),
      first == nil || second != nil || range.count > 4
    {
      // 一卡通, 一站式 are words like others.
      add(FormulaSighting(pattern: .quoted, range: range, numbers: [], isQuoted: true), text)
    }
  }

  /// Whether what stands between quotation marks is spoken of as words, in a list that ends so: “中国”、“全国”等字样.
  private func isWordOnly(_ text: PassageScalars, _ range: Range<Int>) -> Bool {
    var place = range.upperBound
    let end = min(text.count, place + 40)
    while place < end {
      if lexicon.wordings.contains(where: { text.has($0, at: place) }) { return true }
      let value = text[place]
      let isInside = PassageScalars.openers.contains(value)
      if isInside, let other = text.quotation(openingAt: place, limit: 12) {
        place = other.upperBound
      } else if PassageScalars.closers.contains(value) || value == 0x3001 || value == 0x548C {
        place += 1
      } else {
        return false
      }
    }
    return false
  }

  private mutating func scanEnglishQuotation(_ text: PassageScalars, _ range: Range<Int>) {
    if let numbers = series(text, range) {
      add(
        FormulaSighting(pattern: .doubled, range: range, numbers: numbers, isQuoted: true), text)
      return
    }
    var words = 1
    for place in range {
      if text[place] == 0x20 { words += 1 }
      // A comma inside belongs to a sentence; one right before the closing mark to the sentence around.
      guard
        text.isLetter(place) || text[place] == 0x20 || text[place] == 0x2D
          || text[place] == 0x27 || text[place] == 0x2019
      else { return }
    }
    guard words <= 6 else { return }
    let first = word(text, range.lowerBound)
    if let number = lexicon.englishNumbers[text.string(first).lowercased()], words > 1 {
      let next = word(text, first.upperBound + 1)
      if lexicon.englishThings.contains(text.string(next).lowercased()) { return }
      var second: Int?
      var place = next.upperBound + 1
      while second == nil, place < range.upperBound {
        let other = word(text, place)
        second = lexicon.englishNumbers[text.string(other).lowercased()]
        place = other.upperBound + 1
      }
      add(
        FormulaSighting(
          pattern: second == nil ? .numbered : .doubled, range: range,
          numbers: numbers([number] + (second.map { [$0] } ?? [])), isQuoted: true), text)
    } else if words > 1, text[range.lowerBound] | 0x20 == text[range.lowerBound] {
      // Capitals mark names, titles and what somebody says.
      add(
        FormulaSighting(
          pattern: .quoted, range: range, numbers: [], isQuoted: true,
          isDefined: isDefined(text, range)), text)
    }
  }

  /// The numbers of a row of counted things: “three looks, three questions, three comparisons”, “two-line, four-level”.
  private func series(_ text: PassageScalars, _ range: Range<Int>) -> [Int]? {
    var counts: [Int] = []
    var areAllThings = true
    for part in range.split(whereSeparator: { text[$0] == 0x2C }) {
      let end = part.upperBound
      var start = part.lowerBound
      while start < end, text[start] == 0x20 { start += 1 }
      if text.has([0x61, 0x6E, 0x64, 0x20], at: start) { start += 4 }
      var head = start
      while text.isLetter(head) { head += 1 }
      guard let count = lexicon.englishNumbers[text.string(start..<head).lowercased()],
        text[head] == 0x20 || text[head] == 0x2D
      else { return nil }
      let noun = word(text, head + 1)
      guard !noun.isEmpty, noun.upperBound <= end,
        (noun.upperBound..<end).allSatisfy({ text.isLetter($0) || text[$0] == 0x20 })
      else { return nil }
      if !lexicon.englishThings.contains(text.string(noun).lowercased()) { areAllThings = false }
      counts.append(count)
    }
    return counts.count > 1 && !areAllThings ? numbers(counts) : nil
  }

  /// Whether the text around a quotation says what its words mean: (“the Act”), “police station” includes.
  private func isDefined(_ text: PassageScalars, _ range: Range<Int>) -> Bool {
    let (before, after) = (range.lowerBound - 1, range.upperBound + 1)
    if text[before - 1] == 0x28, text[after] == 0x29 { return true }
    if lexicon.definitionTails.contains(where: { text.has($0, at: after) }) { return true }
    return lexicon.definitionHeads.contains { text.has($0, at: before - $0.count) }
  }

  /// How many members a formula with these numbers may have: 两不愁三保障 five, by their sum, 五个一批 as many as the first says.
  func numbers(_ counts: [Int]) -> [Int] {
    guard let first = counts.first else { return [] }
    let sum = counts.reduce(0, +)
    if counts.count == 1 { return [first] }
    if counts.count == 2 { return counts[1] == 1 ? [first, sum] : [sum, first] }
    return [sum, first, counts.count]
  }

  /// The number at a place: a Han sign, or one digit by itself before Han.
  func number(_ text: PassageScalars, _ place: Int) -> Int? {
    if text.isDigit(place) {
      let isAlone = !text.isDigit(place - 1) && text[place - 1] != 0x2E && text.isHan(place + 1)
      return isAlone ? Int(text[place] - 0x30) : nil
    }
    return lexicon.hanNumbers[text[place]]
  }

  /// The letters from a place on, with hyphens and apostrophes between them; empty where no letter stands.
  func word(_ text: PassageScalars, _ start: Int) -> Range<Int> {
    var end = start
    while text.isLetter(end)
      || end > start && (text[end] == 0x2D || text[end] == 0x27 || text[end] == 0x2019)
        && text.isLetter(end + 1)
    {
      end += 1
    }
    return start..<min(max(end, start), max(text.count, start))
  }
}
