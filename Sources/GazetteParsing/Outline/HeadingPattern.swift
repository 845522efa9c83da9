internal import GazetteDocument

/// Tells headings from paragraphs by their numbers, their length and how they end, in both languages.
struct HeadingPattern: ~Escapable {
  /// A heading is no longer than this, in bytes: 40 Han, or a line and a half of English.
  private static let longest = 126
  /// An English sentence in a line of its own may be a heading up to this: 25 words.
  private static let longestSentence = 180
  /// The head of a line that runs on is no longer than this: 30 Han.
  private static let longestRunIn = 93
  /// The head of a line whose series has heads throughout: 60 Han.
  private static let longestSeriesHead = 180
  /// The same behind `1.`, where whole sentences stand more often than heads: 20 Han.
  private static let longestDigitRunIn = 62

  let text: Span<UInt8>

  /// What a block is, its neighbours not yet considered.
  ///
  /// - Parameters:
  ///   - block: A block that is no furniture.
  ///   - index: Its place among the reader's blocks.
  ///   - isInArticle: Whether the block stands in an article (条), where `（一）` are items.
  /// - Returns: The item; a passage when nothing says otherwise.
  func item(for block: Block, at index: Int, isInArticle: Bool) -> OutlineItem {
    var item = OutlineItem(block: index)
    item.heading = block.range
    item.words = block.range
    let start = afterMarkup(block.range)
    let mark = NumberMark(text, in: start..<block.range.upperBound)
    if let mark {
      item.style = mark.style
      item.value = mark.value
      item.number = printed(mark.range)
      item.words = mark.content..<block.range.upperBound
    }
    switch block.kind {
    case .heading:
      if !block.number.isEmpty {
        item.number = printed(block.number)
        item.words = text.trimmed(block.number.upperBound..<block.range.upperBound)
      }
      if let mark, item.has(.article), !isHeadLike(item.words) {
        article(&item, mark)
      } else if block.range.count <= 360, !isSentences(item.words) {
        item.role = .heading
        item.words = withoutMarkup(item.words)
        // Extended information: was set apart for its colon.
        if block.rank == 0 { item.words = withoutColon(item.words) }
      }
      item.level = .format(block.rank)
    case .paragraph, .item:
      if let mark, !block.isText || isHead(mark, of: block) {
        number(&item, mark, isInArticle: isInArticle, isSetApart: block.isEmphasised)
        if block.rank > 0, mark.style == .annex { item.level = .format(block.rank) }
        // A list of the form is a list, however its items begin.
        if block.kind == .item, item.isRunIn, item.has(.digit), text[item.words.lowerBound] < 0x80 {
          item.role = .passage
        }
      }
      if !block.number.isEmpty {
        item.number = printed(block.number)
        if item.role == .passage { item.words = block.range }
      }
    case .row, .verbatim, .furniture: break
    }
    return item
  }

  /// Whether a mark makes a block a heading though the form names its headings and this is none of them: office programs
  /// write such forms too, out of papers whose headings are set in bold.
  private func isHead(_ mark: NumberMark, of block: Block) -> Bool {
    switch mark.style {
    case .article: true
    case .annex, .part, .subpart, .chapter, .section: mark.content < block.range.upperBound
    default: block.isEmphasised
    }
  }

  private func number(
    _ item: inout OutlineItem, _ mark: NumberMark, isInArticle: Bool, isSetApart: Bool
  ) {
    item.level = .numbered(mark.style)
    switch mark.style {
    case .article: article(&item, mark)
    case .part, .subpart, .chapter, .section:
      if isHeadLike(item.words) || item.words.isEmpty {
        item.role = .heading
      } else if mark.style == .part, let head = headEnd(item.words, limit: 120),
        head + 3 == item.words.upperBound
      {
        // 第一个问题：…。 ends as a sentence, and heads all the same.
        item.role = .heading
        item.words = item.words.lowerBound..<head
      }
    case .annex:
      // 附件2： alone, its title in the next line.
      if mark.range.count > 6, !item.words.isEmpty, !text.hasWord(in: item.words) {
        item.words = item.words.upperBound..<item.words.upperBound
      }
      // 附件：… lists them; 附件1 alone, or with the name of the paper, begins one.
      let next =
        item.words.isEmpty ? 0 : text.triple(at: mark.range.upperBound, end: item.words.upperBound)
      if next != 0xEFBC9A, item.words.isEmpty || text[mark.range.upperBound] != 0x3A,
        isHeadLike(item.words) || item.words.isEmpty,
        // In a table of contents the number of the page stands behind it.
        item.words.isEmpty || !text[item.words.upperBound - 1].isDigit
      {
        item.role = .heading
      } else {
        // It names what is attached; the number is no place of this text.
        item.number = 0..<0
      }
    case .hanComma, .hanBracket:
      guard !isInArticle else { return }
      chineseHead(&item, limit: HeadingPattern.longestRunIn)
    case .roman, .capital, .decimal1, .decimal2, .decimal3:
      if isHeadLike(item.words) { item.role = mark.style == .capital ? .weakHeading : .heading }
    case .digit:
      guard !isInArticle else { return }
      digitHead(&item)
      if isSetApart, item.role == .weakHeading, isHeadLike(item.words),
        !text[item.words.upperBound - 1].isDigit
      {
        item.role = .heading
      }
    case .digitBracket:
      guard !isInArticle else { return }
      if isHeadLike(item.words) { item.role = .weakHeading }
    default: break
    }
    item.words = withoutMarkup(item.words)
  }

  /// `第三条 国家…` opens a section with the number alone and is its first passage; `第三条 适用范围` is a heading.
  private func article(_ item: inout OutlineItem, _ mark: NumberMark) {
    item.role = .heading
    if item.words.isEmpty || (item.words.count <= 75 && isHeadLike(item.words)) { return }
    item.isRunIn = true
    item.heading = mark.range
    item.words = mark.content..<mark.content
  }

  private func chineseHead(_ item: inout OutlineItem, limit: Int) {
    let words = withoutMarkup(item.words)
    guard !words.isEmpty else { return }
    if headEnd(words, limit: limit) == nil,
      let head = headEnd(words, limit: HeadingPattern.longestSeriesHead),
      head + 60 < words.upperBound
    {
      item.isLongHead = true
      item.heading = item.heading.lowerBound..<head + 3
      item.words = words.lowerBound..<head
    } else if let head = headEnd(words, limit: limit) {
      let rest = afterClosers(head + 3, words.upperBound)
      if text.skippingSpace(from: rest, to: words.upperBound) == words.upperBound {
        item.role = item.has(.hanComma) ? .heading : .weakHeading
      } else {
        item.role = .heading
        item.isRunIn = true
        item.heading = item.heading.lowerBound..<head + 3
      }
      item.words = words.lowerBound..<head
    } else if isHeadLike(words) || (endsWithColon(words) && words.count <= 60) {
      item.role = .heading
    }
  }

  private func digitHead(_ item: inout OutlineItem) {
    let words = withoutMarkup(item.words)
    guard !words.isEmpty else { return }
    if text.isHan(at: words.lowerBound, end: words.upperBound),
      let head = headEnd(words, limit: HeadingPattern.longestDigitRunIn)
    {
      let rest = afterClosers(head + 3, words.upperBound)
      if text.skippingSpace(from: rest, to: words.upperBound) == words.upperBound {
        item.role = .weakHeading
      } else if !hasComma(words.lowerBound..<head) {
        item.role = .heading
        item.isRunIn = true
        item.heading = item.heading.lowerBound..<head + 3
      } else {
        return
      }
      item.words = words.lowerBound..<head
    } else if isHeadLike(words) || isShortSentence(words) {
      item.role = .weakHeading
    } else if let head = englishHead(words) {
      item.role = .weakHeading
      item.isRunIn = true
      item.heading = item.heading.lowerBound..<head.heading
      item.words = words.lowerBound..<head.words
    }
  }

  /// The first sentence of an English line that runs on: `1. Strengthen leadership. All counties …`.
  ///
  /// A copy may have lost the line break behind a head: `… at a faster pace We will …`.
  ///
  /// - Returns: The ends of the heading, with its sign, and of its words.
  private func englishHead(_ words: Range<Int>) -> (heading: Int, words: Int)? {
    guard text[words.lowerBound].isLetter else { return nil }
    let limit = min(words.upperBound, words.lowerBound + HeadingPattern.longestSentence)
    var position = words.lowerBound
    while position + 2 < limit {
      if text[position] == 0x2E, text[position + 1] == 0x20, text[position + 2].isUppercase,
        position > words.lowerBound + 3, text[position - 1].isLowercase
      {
        let head = words.lowerBound..<position
        return words.upperBound - position > 30 && !states(head) ? (position + 1, position) : nil
      }
      if text[position] == 0x20, position > words.lowerBound + 12, text[position - 1].isLowercase,
        opensSentence(at: position + 1, limit), words.upperBound - position > 60
      {
        return (position, position)
      }
      position += 1
    }
    return nil
  }

  /// Whether words state or require something, as an item does and a head does not.
  private func states(_ words: Range<Int>) -> Bool {
    for verb in [
      " shall ", " must ", " should ", " may ", " will ", " is ", " are ", " was ", " were ",
      " has ",
      " have ", " had ", " do not ", " can ",
    ] as [StaticString] where text.firstPlace(of: verb, in: words) != nil {
      return true
    }
    return false
  }

  /// Whether a word stands at a place that has a capital at the start of a sentence only.
  private func opensSentence(at place: Int, _ end: Int) -> Bool {
    for word in ["We ", "The ", "This ", "These ", "It ", "In order "] as [StaticString]
    where text.starts(with: word, at: place, end: end) {
      return true
    }
    return false
  }

  /// Whether words are more than one sentence, or a long one: text that a page sets as a heading for its looks.
  private func isSentences(_ words: Range<Int>) -> Bool {
    guard let last = words.isEmpty ? nil : text[words.upperBound - 1], last == 0x2E else {
      return false
    }
    return words.count > 120 || text.firstPlace(of: ". ", in: words) != nil
  }

  /// Whether words are short and end as no sentence does.
  func isHeadLike(_ words: Range<Int>) -> Bool {
    let words = withoutMarkup(words)
    guard !words.isEmpty, words.count <= HeadingPattern.longest, text.hasWord(in: words) else {
      return false
    }
    var end = words.upperBound
    // A sentence may end within its quotation.
    if text[end - 1] == 0x22, end - words.lowerBound > 3 { end -= 1 }
    if text.triple(at: end - 3, end: end) == 0xE2809D, end - words.lowerBound > 6 { end -= 3 }
    switch text[end - 1] {
    case 0x2E, 0x21, 0x3A, 0x3B, 0x2C: return false
    case 0x3F: return true
    default: break
    }
    switch text.triple(at: end - 3, end: end) {
    case 0xE38082, 0xEFBC81, 0xEFBC9A, 0xEFBC9B, 0xEFBC8C, 0xE38081, 0xE280A6, 0xEFBC8E:
      return false  // 。！：；，、…．
    default: return headEnd(words, limit: words.count) == nil && !holdsSentenceEnd(words)
    }
  }

  /// Whether an English sentence ends within words and another begins: `… for appointments. Departments should`.
  private func holdsSentenceEnd(_ words: Range<Int>) -> Bool {
    var position = words.lowerBound + 4
    while position + 2 < words.upperBound {
      if text[position] == 0x2E, text[position + 1] == 0x20, text[position + 2].isUppercase,
        // No initial and no short form: Mr. Smith, No. 5, U.S. Policy.
        (1...4).allSatisfy({ text[position - $0].isLowercase })
      {
        return true
      }
      position += 1
    }
    return false
  }

  /// An English sentence that stands alone in its line, as headings of speeches do.
  private func isShortSentence(_ words: Range<Int>) -> Bool {
    guard words.count <= HeadingPattern.longestSentence, text[words.upperBound - 1] == 0x2E,
      text[words.lowerBound] | 0x20 &- 0x61 < 26
    else { return false }
    var position = words.lowerBound
    while position + 2 < words.upperBound {
      if text[position] == 0x2E, text[position + 1] == 0x20 { return false }
      position += 1
    }
    return true
  }

  /// The place of the first 。 within a limit.
  private func headEnd(_ words: Range<Int>, limit: Int) -> Int? {
    var position = words.lowerBound
    let end = min(words.upperBound, words.lowerBound + limit + 3)
    while position + 3 <= end {
      if text[position] == 0xE3, text.triple(at: position, end: end) == 0xE38082 { return position }
      position += 1
    }
    return nil
  }

  private func hasComma(_ words: Range<Int>) -> Bool {
    var position = words.lowerBound
    while position + 3 <= words.upperBound {
      if text[position] == 0xEF, text.triple(at: position, end: words.upperBound) == 0xEFBC8C {
        return true
      }
      position += 1
    }
    return false
  }

  private func withoutColon(_ words: Range<Int>) -> Range<Int> {
    if endsWithColon(words) { return words.lowerBound..<words.upperBound - 3 }
    guard let last = words.last, text[last] == 0x3A else { return words }
    return words.lowerBound..<last
  }

  private func endsWithColon(_ words: Range<Int>) -> Bool {
    text.triple(at: words.upperBound - 3, end: words.upperBound) == 0xEFBC9A
  }

  /// Moves past closing quotes and Markdown's stars behind a head.
  private func afterClosers(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      if text[position] == 0x2A || text[position] == 0x5F {
        position += 1
      } else if text.triple(at: position, end: end) == 0xE2809D {
        position += 3
      } else {
        break
      }
    }
    return position
  }

  /// Where the words begin behind Markdown's stars.
  private func afterMarkup(_ range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound, text[position] == 0x2A || text[position] == 0x5F {
      position += 1
    }
    return position
  }

  /// Words without the stars of Markdown around them.
  func withoutMarkup(_ range: Range<Int>) -> Range<Int> {
    let start = afterMarkup(range)
    var end = range.upperBound
    while end > start, text[end - 1] == 0x2A || text[end - 1] == 0x5F { end -= 1 }
    return text.trimmed(start..<end)
  }

  /// A number as it is kept: `3.` and `3,` are 3; `一、` and `（一）` stay.
  private func printed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1 {
      switch text[end - 1] {
      case 0x2E, 0x2C, 0x3A: end -= 1
      default: return range.lowerBound..<end
      }
    }
    return range.lowerBound..<end
  }
}
