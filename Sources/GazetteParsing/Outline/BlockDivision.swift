internal import GazetteDocument

/// Cuts the blocks in which several paragraphs, headings or items were run together.
///
/// - `…三点。一是…；二是…` becomes the words in front and an item for each part, when the numbers rise by one from the first.
/// - `…effective.1, strengthen` and texts without line breaks are cut in front of each number that a sentence precedes.
/// - Lines of credits within a text, dashes that open a paragraph and fillers such as `Extended information:` are set apart.
struct BlockDivision: ~Escapable {
  /// Nothing is run together in less.
  private static let shortest = 36
  /// A paragraph longer than this may hold several.
  private static let longParagraph = 600

  /// The value of the mark behind which nothing is counted.
  private static let ending = 1_000

  private let text: Span<UInt8>
  private let map: TextMap
  private let blocks: [Block]
  private let reader: InlineMarkReader
  private let fillers = Lexicon.shared.fillers
  private var marks: [InlineMark] = []
  /// Where blocks are cut, and what begins there.
  private var cuts: [Cut] = []

  /// A place where a block is cut.
  private struct Cut {
    var block: Int
    var place: Int
    /// The number of the item that begins there; empty for none.
    var number = 0..<0
    /// Whether a heading begins there.
    var isHeading = false
  }

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, map: TextMap, blocks: [Block]) {
    self.text = text
    self.map = map
    self.blocks = blocks
    reader = InlineMarkReader(text)
  }

  /// The blocks, cut where they must be.
  mutating func divided() -> [Block] {
    for index in blocks.indices {
      let block = blocks[index]
      guard block.furniture == nil, block.kind == .paragraph || block.kind == .item else {
        continue
      }
      scan(block.range, index)
    }
    settle()
    guard !cuts.isEmpty else { return blocks }
    cuts.sort { $0.place < $1.place }
    return cutBlocks()
  }

  /// Finds what may begin a part behind the signs of a block.
  private mutating func scan(_ range: Range<Int>, _ index: Int) {
    let before = marks.count
    take(at: range.lowerBound, range, index, isFirst: true, followsSentence: true)
    guard range.count >= BlockDivision.shortest else { return }
    var position = range.lowerBound
    while true {
      position = map.sign(from: position, to: range.upperBound)
      guard position < range.upperBound else { break }
      let byte = text[position]
      if byte >= 0x80 {
        let sign = text.triple(at: position, end: range.upperBound)
        position += 3
        switch sign {
        case 0xE38082, 0xEFBC81, 0xEFBC9F: behindSentence(position, range, index)  // 。！？
        case 0xEFBC9B, 0xEFBC9A:  // ；：
          take(at: position, range, index, isFirst: false, followsSentence: false)
        default: break
        }
      } else {
        position += 1
        switch byte {
        case 0x2E, 0x21, 0x3F:
          if position < range.upperBound, !text[position].isLetter {
            behindSentence(position, range, index)
          }
        case 0x2F: credit(position, range, index)
        default: break
        }
      }
    }
    // Where a series has begun, its further parts may follow a comma.
    let opens = marks[before...].contains {
      $0.value == 1 && $0.style.isItem && $0.style != .ordinal
    }
    if opens || text[range.lowerBound] < 0x80 && text.firstPlace(of: "first,", in: range) != nil {
      scanCommas(range, index)
    }
  }

  private mutating func behindSentence(_ place: Int, _ range: Range<Int>, _ index: Int) {
    var position = place
    while position < range.upperBound {
      if text[position] == 0x22 || text[position] == 0x29 || text[position] == 0x2A {
        position += 1
      } else if text.isClosingQuote(at: position, end: range.upperBound) {
        position += 3
      } else {
        break
      }
    }
    position = text.skippingSpace(from: position, to: range.upperBound)
    guard position < range.upperBound else { return }
    take(at: position, range, index, isFirst: false, followsSentence: true)
    if range.count >= BlockDivision.longParagraph,
      text.triple(at: position, end: range.upperBound) == 0xE28094,
      text.triple(at: position + 3, end: range.upperBound) == 0xE28094
    {
      cuts.append(Cut(block: index, place: position))
    } else {
      filler(position, range, index)
    }
  }

  private mutating func take(
    at place: Int, _ range: Range<Int>, _ index: Int, isFirst: Bool, followsSentence: Bool
  ) {
    let start = isFirst ? place : text.skippingSpace(from: place, to: range.upperBound)
    guard
      let found = reader.mark(at: start, end: range.upperBound, followsSentence: followsSentence)
    else { return }
    marks.append(
      InlineMark(
        style: found.style, value: found.value, range: found.range, block: index, isFirst: isFirst,
        followsSentence: followsSentence))
    // 二、重点任务（一）定人。: where line breaks are lost, the first item stands behind the head.
    if found.style == .hanComma, let head = gluedHead(behind: found.range, range),
      let item = reader.mark(at: head, end: range.upperBound, followsSentence: true),
      item.style == .hanBracket, item.value == 1
    {
      marks.append(
        InlineMark(
          style: item.style, value: 1, range: item.range, block: index, isFirst: false,
          followsSentence: true))
    }
  }

  /// The end of a known heading behind a number, where text goes on without a sign; `nil` for any other words.
  private func gluedHead(behind number: Range<Int>, _ range: Range<Int>) -> Int? {
    let start = text.skippingSpace(from: number.upperBound, to: range.upperBound)
    guard let end = Lexicon.shared.gluedHeads.match(text, at: start, end: range.upperBound),
      range.upperBound - end >= 12
    else { return nil }
    let next = text.triple(at: end, end: range.upperBound)
    // 重点任务的分工 and 考核和奖惩 are longer.
    guard next != 0xE79A84, next != 0xE5928C, next != 0xE4B88E, next != 0xE58F8A else { return nil }
    let isBracket = next == 0xEFBC88 || text[end] == 0x28
    return isBracket || text.isHan(at: end, end: range.upperBound) || text[end].isDigit ? end : nil
  }

  private mutating func scanCommas(_ range: Range<Int>, _ index: Int) {
    var position = range.lowerBound
    var found: [InlineMark] = []
    while position < range.upperBound {
      let byte = text[position]
      let isWide = byte == 0xEF && text.triple(at: position, end: range.upperBound) == 0xEFBC8C
      guard isWide || byte == 0x2C || byte == 0x3B || byte == 0x3A else {
        position += 1
        continue
      }
      position += isWide ? 3 : 1
      let start = text.skippingSpace(from: position, to: range.upperBound)
      guard let mark = reader.mark(at: start, end: range.upperBound, followsSentence: false),
        mark.style == .copula || mark.style == .modal || mark.style == .word && mark.value > 0
      else { continue }
      found.append(
        InlineMark(
          style: mark.style, value: mark.value, range: mark.range, block: index, isFirst: false,
          followsSentence: false))
    }
    guard !found.isEmpty else { return }
    let own = marks.firstIndex { $0.block == index } ?? marks.count
    let merged = (marks[own...] + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
    marks.replaceSubrange(own..., with: merged)
  }
}

extension BlockDivision {
  /// `新华社记者 鞠鹏/摄` within a text: the credit, and the sentences of the caption in front of it, are set apart.
  private mutating func credit(_ place: Int, _ range: Range<Int>, _ index: Int) {
    guard text.triple(at: place, end: range.upperBound) == 0xE69184, place + 3 < range.upperBound
    else { return }
    cuts.append(Cut(block: index, place: place + 3))
    take(at: place + 3, range, index, isFirst: false, followsSentence: true)
    // The credit's own sentence, then the one before it, and one more where that says 这是….
    var start = sentenceStart(before: place, from: range.lowerBound)
    for _ in 0..<2 {
      let end = text.trimmingSpace(from: range.lowerBound, to: start)
      guard end > range.lowerBound else { break }
      start = sentenceStart(before: end - 3, from: range.lowerBound)
      guard text.starts(with: "这是", at: start, end: range.upperBound) else { break }
    }
    if start > range.lowerBound { cuts.append(Cut(block: index, place: start)) }
  }

  /// Where the sentence around a place begins.
  private func sentenceStart(before place: Int, from start: Int) -> Int {
    var position = place
    while position - 3 >= start {
      switch text.triple(at: position - 3, end: position) {
      case 0xE38082, 0xEFBC81, 0xEFBC9F:
        return text.skippingSpace(from: position, to: text.count)
      default: position -= 1
      }
    }
    return start
  }

  /// `Extended information:` behind a sentence: what follows was added to the text.
  private mutating func filler(_ place: Int, _ range: Range<Int>, _ index: Int) {
    var start = place
    // Half a tag may stand in front.
    var tag = place
    while tag < range.upperBound, tag < place + 8, text[tag].isLetter { tag += 1 }
    if tag > place, tag < range.upperBound, text[tag] == 0x3E { start = tag + 1 }
    guard let end = fillers.match(text, at: start, end: range.upperBound) else { return }
    cuts.append(Cut(block: index, place: start, isHeading: true))
    if end < range.upperBound { cuts.append(Cut(block: index, place: end)) }
  }

  /// Keeps the marks whose values rise by one from the first.
  private mutating func settle() {
    var series = [[InlineMark]](repeating: [], count: InlineMark.Style.allCases.count)
    for mark in marks {
      let place = Int(mark.style.rawValue)
      guard let last = series[place].last else {
        if mark.value == 1 { series[place] = [mark] }
        continue
      }
      if mark.value == 1 {
        keep(series[place])
        series[place] = [mark]
      } else if isNext(mark, to: last, after: series[place].count) {
        var next = mark
        // `next` counts on, and nothing follows `finally`.
        if mark.style == .word, mark.value < 1 {
          next.value = mark.value == 0 ? last.value + 1 : BlockDivision.ending
        }
        series[place].append(next)
      }
    }
    for found in series { keep(found) }
  }

  private func isNext(_ mark: InlineMark, to last: InlineMark, after count: Int) -> Bool {
    let isNear = mark.block - last.block <= (mark.style == .word ? 6 : 40)
    // "one, two, three industry" counts nothing.
    guard isNear, mark.range.lowerBound - last.range.upperBound >= 12 else { return false }
    if mark.style == .sequence {
      return last.value >= 0 && (mark.value == 0 || mark.value < 0 && count > 1)
    }
    if mark.style == .word, mark.value < 1 {
      // Both are common words: they count where the one before them stands near, and `finally` after two.
      return mark.block - last.block <= 1 && last.value < BlockDivision.ending
        && (mark.value == 0 || count > 1)
    }
    return mark.value == last.value + 1
  }

  private mutating func keep(_ series: [InlineMark]) {
    guard series.count > 1, let first = series.first else { return }
    // 1. 2. 3. all within one paragraph are its items; a text without line breaks is longer.
    let isList =
      first.style == .digit && series.allSatisfy { $0.block == first.block }
      && blocks[first.block].range.count < 2 * PassageBuilder.longestPassage
    for (place, mark) in series.enumerated() {
      let number = mark.style.isItem || isList ? mark.range : 0..<0
      if !mark.isFirst || mark.style.isItem {
        let start = partStart(of: mark)
        cuts.append(Cut(block: mark.block, place: start, number: number))
      }
      // What follows the last part of a series in one sentence stands beside it.
      if place == series.count - 1, !mark.followsSentence, mark.style.isItem {
        cutBehind(mark)
      }
      if mark.style == .question { cutBehind(mark) }
      // Two headings in one paragraph: its line breaks are lost, and those behind the headings too.
      if mark.style == .hanComma, series.count(where: { $0.block == mark.block }) > 1,
        let head = gluedHead(behind: mark.range, blocks[mark.block].range)
      {
        cuts.append(Cut(block: mark.block, place: head))
      }
    }
  }

  /// Where a part begins: `and third,` and `the three is` with their first word.
  private func partStart(of mark: InlineMark) -> Int {
    var start = mark.range.lowerBound
    let first = blocks[mark.block].range.lowerBound
    for opener in ["the ", "and ", "And "] as [StaticString] {
      let place = start - opener.utf8CodeUnitCount
      if place >= first, text.starts(with: opener, at: place, end: start) { start = place }
    }
    return start
  }

  private mutating func cutBehind(_ mark: InlineMark) {
    let range = blocks[mark.block].range
    var scan = SentenceSplitter()
    scan.breaksAtLineEnds = false
    var pieces: [Range<Int>] = []
    let limit = min(range.upperBound, mark.range.upperBound + 2_000)
    scan.appendSentences(of: text, map, in: mark.range.lowerBound..<trimmedEnd(limit), to: &pieces)
    guard let first = pieces.first else { return }
    let next = text.skippingSpace(from: first.upperBound, to: range.upperBound)
    if range.upperBound - next >= 12 { cuts.append(Cut(block: mark.block, place: next)) }
  }

  private func trimmedEnd(_ place: Int) -> Int {
    var place = place
    while place < text.count, place > 0, text[place].isContinuation { place -= 1 }
    return place
  }

  private func cutBlocks() -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count + cuts.count)
    var next = 0
    for index in blocks.indices {
      let block = blocks[index]
      var start = block.range.lowerBound
      var current = block
      var isWhole = true
      while next < cuts.count, cuts[next].block == index {
        var cut = cuts[next]
        next += 1
        while next < cuts.count, cuts[next].place == cut.place {
          if !cuts[next].number.isEmpty { cut.number = cuts[next].number }
          cut.isHeading = cut.isHeading || cuts[next].isHeading
          next += 1
        }
        if cut.place > start {
          // What leads to its parts heads nothing.
          current.standsAlone = false
          current.range = text.trimmed(start..<cut.place)
          if !current.range.isEmpty { result.append(current) }
          isWhole = false
          start = cut.place
        }
        current = part(of: block, cut, isFirst: start == block.range.lowerBound)
      }
      current.range = isWhole ? block.range : text.trimmed(start..<block.range.upperBound)
      if !current.range.isEmpty { result.append(current) }
    }
    return result
  }

  private func part(of block: Block, _ cut: Cut, isFirst: Bool) -> Block {
    var part = Block(kind: block.kind == .item ? .item : .paragraph, range: cut.place..<cut.place)
    part.isWrapped = block.isWrapped
    part.standsAlone = false
    if !cut.number.isEmpty {
      part.kind = .item
      part.number = cut.number
      part.isText = true
    } else if isFirst {
      part = block
    }
    if cut.isHeading { part.kind = .heading }
    return part
  }
}

extension Span where Element == UInt8 {
  /// Whether ” or ’ or 」 or ） stands at a place.
  func isClosingQuote(at position: Int, end: Int) -> Bool {
    switch triple(at: position, end: end) {
    case 0xE2809D, 0xE28099, 0xE3808D, 0xE3808F, 0xEFBC89: true
    default: false
    }
  }
}
