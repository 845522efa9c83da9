internal import GazetteDocument

// Parts of a copy that are no words of the document, or of lower trust.
extension DamageRule {
  /// `扩展资料：`, `Extended information:`: what follows was added to fill a page.
  static let fillerMarker = DamageRule(
    name: "filler-marker",
    detector: .windows([
      .init(4, [0xEF...0xEF], [0xBC...0xBC], [0x9A...0x9A]),
      .init(23, [0x3A...0x3A], [0x20...0x20, 0x0A...0x0A, 0x0D...0x0D, 0xE4...0xE9], [0...255]),
    ]) { text, place in
      guard text[place] == 0x3A || text.triple(place) == 0xEFBC9A else { return nil }
      return filler(text, before: place, end: place + (text[place] == 0x3A ? 1 : 3))
    })

  /// A marker that ends at a place, with the sign behind it.
  static func filler(_ text: DamageText, before place: Int, end: Int) -> DamageFinding? {
    guard let words = DamageTables.shared.fillers.phrase(text, before: place) else { return nil }
    let start = place - words.count
    let isHan = words[0] >= 0x80
    guard isHan ? !text.isHan(before: start) : !text[start - 1].isLetter else { return nil }
    let isWeak = DamageTables.shared.weakFillers.contains(words)
    var found = DamageFinding.kept(start..<end, .lowTrust, isWeak ? 0.4 : 0.9, reach: .rest)
    found.isEvidence = !isWeak
    return found
  }

  /// The same line twice at the top, with a link or a date between them or none.
  static let doubleTitle = DamageRule(
    name: "double-title",
    detector: .passages { text, passages, findings in
      let lines = text.firstLines(4).map { withoutMarks(text, $0) }
      for (index, line) in lines.enumerated().dropFirst() where line.count > 8 {
        guard
          lines[..<index].contains(where: { text.utf8[$0].elementsEqual(text.utf8[line]) })
        else { continue }
        findings.append(.kept(line, .boilerplate, 0.95))
        return
      }
    })

  /// A line without the signs of a heading in Markdown.
  private static func withoutMarks(_ text: DamageText, _ line: Range<Int>) -> Range<Int> {
    guard text.isMarkdown else { return line }
    var start = line.lowerBound
    while start < line.upperBound, text[start] == 0x23 || text[start] == 0x20 { start += 1 }
    return start..<line.upperBound
  }

  /// A first line of spam that a hijacked page puts over the title.
  static let advertisement = DamageRule(
    name: "advertisement",
    detector: .passages { text, passages, findings in
      let top = text.isPlain ? text.firstLines(3) : Array(passages.all.prefix(3))
      for range in top where range.count < 400 && stringsWords(text, range) {
        let adverts = DamageTables.shared.adverts
        var found: Set<[UInt8]> = []
        for place in range {
          if let phrase = adverts.phrase(text, at: place) { found.insert(phrase) }
        }
        guard found.count > 1 || found.count > 0 && range.count(where: { isBar(text[$0]) }) > 1
        else { continue }
        findings.append(.kept(range, .boilerplate, 0.8))
      }
    })

  /// Whether a line strings its words together, which titles rarely do: few lines are read further.
  private static func stringsWords(_ text: DamageText, _ range: Range<Int>) -> Bool {
    let line = text.utf8[range]
    if line.contains(where: isBar) { return true }
    // Words with spaces between them: small ones without any stop, or Han.
    if text[range.lowerBound].isLowercase {
      return line.allSatisfy { $0.isLowercase || $0.isDigit || $0 == 0x20 }
    }
    guard text.isHan(at: range.lowerBound) else { return false }
    var gaps = 0
    for place in range where text[place] == 0x20 || text[place] == 0xE3 || text[place] == 0xEF {
      switch text.triple(place) {
      case 0xE38082, 0xEFBC8C: return false
      case let sign where sign == 0xE38080 || sign >> 16 == 0x20: gaps += 1
      default: break
      }
    }
    return gaps > 1
  }

  /// Whether a byte is one of the signs between the words of a row of links: `|`, `_`, `-`, `,`.
  private static func isBar(_ byte: UInt8) -> Bool {
    byte == 0x7C || byte == 0x5F || byte == 0x2D || byte == 0x2C
  }

  /// Lines of page furniture that lie in a passage.
  static let navigation = DamageRule(
    name: "navigation",
    detector: .passages { text, passages, findings in
      guard text.isPlain || text.isMarkdown else {
        for range in passages.all.suffix(4)
        where range.count <= 180 && (isStep(text, range.lowerBound) || isButtons(text, range)) {
          findings.append(.kept(range, .boilerplate, 0.8).weak)
        }
        return
      }
      // Nearly no text has a bar anywhere.
      let hasBars = text.utf8.span.firstPlace(of: 0x7C, from: 0) != nil
      for range in passages.all where range.count <= 180 {
        let first = text.utf8[range.lowerBound]
        guard first >= 0xE4 && first <= 0xE9 || first.isUppercase,
          isNavigation(text, range) || hasBars && isButtons(text, range)
        else { continue }
        findings.append(.kept(range, .boilerplate, 0.9).weak)
      }
    })

  /// Whether a line begins with a link's words and a sign behind them, or is a path.
  private static func isNavigation(_ text: DamageText, _ range: Range<Int>) -> Bool {
    if let words = DamageTables.shared.navigation.phrase(text, at: range.lowerBound) {
      let end = range.lowerBound + words.count
      if end >= range.upperBound || [0x3A, 0x20, 0x7C].contains(text[end])
        || [0xEFBC9A, 0xE38080].contains(text.triple(end))
      {
        return true
      }
    }
    return isPath(text, range)
  }

  /// Whether a link to the page before or behind begins at a place: 上一篇：, `Previous:`.
  private static func isStep(_ text: DamageText, _ place: Int) -> Bool {
    guard let words = DamageTables.shared.navigation.phrase(text, at: place) else { return false }
    return ["上一", "下一", "Prev", "Next"].contains { text.holds($0.utf8, at: place) }
      && (text[place + words.count - 1] == 0x3A || text[place + words.count] == 0x3A
        || text.triple(place + words.count) == 0xEFBC9A)
  }

  /// `Home > News > Text`, 首页 > 政务公开 > 正文.
  private static func isPath(_ text: DamageText, _ range: Range<Int>) -> Bool {
    guard
      text.holds("Home".utf8, at: range.lowerBound) || text.holds("首页".utf8, at: range.lowerBound)
    else { return false }
    return range.contains {
      text.holds(" > ".utf8, at: $0) || text.holds(" » ".utf8, at: $0)
        || text.holds(" &gt; ".utf8, at: $0)
    }
  }

  /// `Like 12 | Share | Report | Next post`: parts between bars, two of which begin with the word of a button.
  private static func isButtons(_ text: DamageText, _ range: Range<Int>) -> Bool {
    guard range.contains(where: { text.utf8[$0] == 0x7C }) else { return false }
    let bars = range.count { text.utf8[$0] == 0x7C }
    guard bars < 12 else { return false }
    var buttons = 0
    for part in text.utf8[range].split(separator: 0x7C) {
      let words = text.utf8.span.trimmed(part.startIndex..<part.endIndex)
      let word = text[words.lowerBound].isLetter ? text.word(at: words.lowerBound) : words
      if DamageTables.shared.buttons.contains(text.lowered(word)) { buttons += 1 }
    }
    return buttons > 1 && buttons * 2 > bars
  }
}
