internal import GazetteDocument

/// Cuts the texts of an outline into passages and their sentences, with positions, digests and languages.
struct PassageBuilder: ~Escapable {
  /// A longer text is cut at its sentences: about 500 Han.
  static let longestPassage = 1_500
  /// A longer sentence is cut at punctuation, else between two characters.
  static let longestSentence = 4_096

  private let text: Span<UInt8>
  private let map: TextMap
  private let scripts = Lexicon.shared.scripts
  private(set) var passages: [Passage] = []
  private(set) var sentences: [Sentence] = []
  private var whole = LanguageTally()
  /// Passages that are Chinese in a script that they do not tell themselves.
  private var open: [Int] = []
  private var pieces: [Range<Int>] = []

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, map: TextMap) {
    self.text = text
    self.map = map
  }

  /// The language of all passages together.
  var language: Language { whole.language }

  /// Hands the passages and sentences over, so that whoever changes one copies none.
  mutating func finish() -> (passages: [Passage], sentences: [Sentence]) {
    (exchange(&passages, with: []), exchange(&sentences, with: []))
  }

  /// Builds the passages of an outline, whose sections are known with their printed numbers; to be called once.
  mutating func build(_ outline: Outline, _ numbered: [Section]) {
    passages.reserveCapacity(outline.texts.count)
    sentences.reserveCapacity(outline.texts.count + text.count / 150)
    var ordinals = [Int](repeating: 0, count: outline.nodes.count)
    for item in joined(outline.texts) {
      // The first passage of an article prints the article's own number: one string serves both.
      var number: String?
      if !item.number.isEmpty {
        number =
          item.number == outline.nodes[item.section].number
          ? numbered[item.section].number.flatMap { isSolid($0, item.number) ? $0 : nil } : nil
        if number == nil { number = text.string(in: item.number) }
      } else if item.listNumber > 0 {
        number = String(item.listNumber)
      }
      append(item, number: number, ordinal: &ordinals[item.section])
    }
    // What does not tell its own script is written as the rest of the document.
    if whole.language == .traditionalChinese {
      for index in open { passages[index].language = .traditionalChinese }
    }
  }

  /// Joins texts without letters or digits with a neighbour of the same section.
  private func joined(_ texts: [Outline.Text]) -> [Outline.Text] {
    guard texts.contains(where: { !text.hasWord(in: $0.range) }) else { return texts }
    var result: [Outline.Text] = []
    result.reserveCapacity(texts.count)
    /// Whether the last text of the result is a mere sign that waits for the next one.
    var waits = false
    for var item in texts {
      let isSign = !text.hasWord(in: item.range)
      if let last = result.last, isSign || waits, last.section == item.section,
        text.skippingSpace(from: last.range.upperBound, to: item.range.lowerBound)
          == item.range.lowerBound
      {
        item.range = last.range.lowerBound..<item.range.upperBound
        if isSign || item.number.isEmpty {
          item.number = last.number
          item.listNumber = last.listNumber
        }
        result[result.count - 1] = item
        waits = waits && isSign
        continue
      }
      waits = isSign
      result.append(item)
    }
    return result
  }

  /// Whether the kept form of a printed number is the printed one: white space would be a space in it, or missing.
  private func isSolid(_ number: String, _ printed: Range<Int>) -> Bool {
    number.utf8.count == printed.count && !text.holdsSpace(in: printed)
  }

  private mutating func append(_ item: Outline.Text, number: String?, ordinal: inout Int) {
    // Mostly one or two: quicker than to remove them all at once.
    while !pieces.isEmpty { pieces.removeLast() }
    SentenceSplitter(breaksAtLineEnds: !item.isWrapped).appendSentences(
      of: text, map, in: item.range, to: &pieces)
    let isLong = item.range.count > PassageBuilder.longestPassage
    let isCut = isLong && cutLongSentences()
    if !isLong {
      guard !pieces.isEmpty else { return }
      ordinal += 1
      add(0..<pieces.count, section: item.section, ordinal: ordinal, number: number)
      return
    }
    var first = 0
    var number = number
    while first < pieces.count {
      let end = passageEnd(from: first, whole: item.range.count)
      ordinal += 1
      add(first..<end, section: item.section, ordinal: ordinal, number: number)
      if isCut, hasCut(first..<end) { passages[passages.count - 1].flags = [.cut] }
      number = nil
      first = end
    }
  }

  /// The piece behind the last one that the passage beginning with a piece takes: passages of about equal length.
  private func passageEnd(from first: Int, whole: Int) -> Int {
    guard whole > PassageBuilder.longestPassage, let last = pieces.last else { return pieces.count }
    let start = pieces[first].lowerBound
    let left = last.upperBound - start
    let parts = (left + PassageBuilder.longestPassage - 1) / PassageBuilder.longestPassage
    guard parts > 1 else { return pieces.count }
    let target = left / parts
    var index = first + 1
    while index < pieces.count, pieces[index - 1].upperBound - start < target,
      pieces[index].upperBound - start <= PassageBuilder.longestPassage
    {
      index += 1
    }
    return index
  }

  /// Adds the passage of some pieces.
  private mutating func add(
    _ found: Range<Int>, section: Int, ordinal: Int, number: consuming String?
  ) {
    guard !found.isEmpty else { return }
    let first = sentences.count
    let opening = map.span(of: pieces[found.lowerBound])
    sentences.append(Sentence(unvoiced: opening))
    var end = opening.end
    for index in found.dropFirst() {
      let span = map.span(of: pieces[index])
      end = span.end
      sentences.append(Sentence(unvoiced: span))
    }
    let start = opening.start
    var tally = LanguageTally()
    tally.take(text, in: start.byte..<end.byte, scripts: scripts.span)
    whole.add(tally)
    if tally.isScriptOpen { open.append(passages.count) }
    passages.append(
      Passage(
        unvoiced: TextSpan(start: start, end: end), section: section, ordinal: ordinal,
        number: number, sentences: first..<sentences.count, language: tally.language))
  }

  /// Whether a passage ends in the middle of a sentence that was cut.
  private func hasCut(_ found: Range<Int>) -> Bool {
    pieces[found].contains {
      $0.count > PassageBuilder.longestSentence / 2 && !text.endsStatement($0)
    }
  }
}

extension PassageBuilder {
  /// Cuts the pieces that are longer than a sentence may be; true when there were any.
  private mutating func cutLongSentences() -> Bool {
    guard pieces.contains(where: { $0.count > PassageBuilder.longestSentence }) else {
      return false
    }
    var cut: [Range<Int>] = []
    for piece in pieces {
      var start = piece.lowerBound
      while piece.upperBound - start > PassageBuilder.longestSentence {
        let end = cutPlace(from: start, to: piece.upperBound)
        let range = text.trimmed(start..<end)
        if !range.isEmpty { cut.append(range) }
        start = text.skippingSpace(from: end, to: piece.upperBound)
      }
      if start < piece.upperBound { cut.append(start..<piece.upperBound) }
    }
    pieces = cut
    return true
  }

  /// Where a sentence that is too long is cut: behind the last comma that fits, else between two characters.
  private func cutPlace(from start: Int, to end: Int) -> Int {
    let limit = start + PassageBuilder.longestSentence
    var position = limit
    while position > start + PassageBuilder.longestSentence / 2 {
      let byte = text[position - 1]
      if byte == 0x2C || byte == 0x3B || byte == 0x20 || byte == 0x0A { return position }
      switch text.triple(at: position - 3, end: position) {
      case 0xEFBC8C, 0xEFBC9B, 0xE38081, 0xEFBC9A, 0xE38082: return position
      default: position -= 1
      }
    }
    return characterEnd(from: start, limit: limit, to: end)
  }

  /// The last border between two grapheme clusters at or before a limit; a cluster beyond all bounds is cut at a scalar.
  private func characterEnd(from start: Int, limit: Int, to end: Int) -> Int {
    var tail = min(end, limit + 64)
    while tail < end, text[tail].isContinuation { tail -= 1 }
    let slice = text.string(in: start..<tail)
    var best = 0
    var offset = 0
    for character in slice {
      offset += character.utf8.count
      if offset > limit - start { break }
      best = offset
    }
    if best > 0 { return start + best }
    var scalar = limit
    while text[scalar].isContinuation { scalar -= 1 }
    return scalar
  }
}
