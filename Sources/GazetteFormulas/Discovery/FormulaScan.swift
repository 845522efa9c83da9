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
    guard isOneRun, (2...12).contains(range.count) else { return }
    let first = number(text, range.lowerBound)
    let second = range.dropFirst().compactMap { number(text, $0) }.first
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
          numbers: numbers(first, second), isQuoted: true), text)
    } else if first ?? 1 == 1, !text.isDigit(range.lowerBound) {
      add(FormulaSighting(pattern: .quoted, range: range, numbers: [], isQuoted: true), text)
    }
  }

  private mutating func scanEnglishQuotation(_ text: PassageScalars, _ range: Range<Int>) {
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
          numbers: numbers(number, second), isQuoted: true), text)
    } else if words > 1 {
      add(FormulaSighting(pattern: .quoted, range: range, numbers: [], isQuoted: true), text)
    }
  }

  /// How many members a formula with these numbers may have.
  func numbers(_ first: Int, _ second: Int?) -> [Int] {
    guard let second else { return [first] }
    // 五个一批 has five members, 两不愁三保障 also five, but by its sum.
    return second == 1 ? [first, first + 1] : [first + second, first]
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
