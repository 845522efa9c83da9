internal import GazetteDocument

/// Finds the lines of the head that say the title where neither a label nor the form of the file does.
extension HeadReader {
  /// The first lines, as far as they read as one title that line breaks cut.
  ///
  /// `关于…的通知` is whole at its noun; other titles end with the last line that closes with one. What stands above the number
  /// is the letterhead where a title follows below.
  func titleLines() -> Range<Int>? {
    if let number = numberLine(), let title = titleLines(from: number + 1),
      TitlePattern(text: text).isTitle(title)
    {
      return title
    }
    return titleLines(from: 0)
  }

  /// The line of the document number, where it is one of the first.
  private func numberLine() -> Int? {
    var seen = 0
    var before: Range<Int>?
    for index in blocks.indices where blocks[index].furniture == nil {
      seen += 1
      guard seen <= 4 else { return nil }
      let range = blocks[index].range
      if NumberLine(text, in: range, after: before) != nil { return index }
      before = range
    }
    return nil
  }

  private func titleLines(from start: Int) -> Range<Int>? {
    let pattern = HeadingPattern(text: text)
    let titles = TitlePattern(text: text)
    var first: Range<Int>?
    var closed: Range<Int>?
    var lines = 0
    var skipped = 0
    for index in blocks[start...].indices where blocks[index].furniture == nil {
      let block = blocks[index]
      if first == nil, skipped < 3, standsAboveTitle(index) {
        skipped += 1
        continue
      }
      guard block.kind == .paragraph || block.kind == .heading, lines < 5,
        isTitleLine(block.range, pattern), !isOneOfMany(block)
      else { break }
      lines += 1
      let joined = (first ?? block.range).lowerBound..<block.range.upperBound
      let goesOn = first.map { runsOn((closed ?? $0)) } ?? false
      if first == nil { first = block.range }
      guard let noun = titles.kindNoun(closing: joined) else {
        if goesOn { closed = joined }
        if runsOn(joined) { continue }
        if goesOn || lines == 1 && !titles.opens(block.range) { break }
        continue
      }
      closed = joined
      let before = text.trimmingSpace(from: joined.lowerBound, to: noun.lowerBound)
      let isWhole =
        text.triple(at: before - 3, end: before) == 0xE79A84  // 的
        && titles.opens(joined)
      if isWhole || (lines == 1 && !titles.opens(joined)) { break }
    }
    return closed ?? first
  }

  /// Whether a line of English ends with a word behind which no title ends: of, to, and.
  private func runsOn(_ range: Range<Int>) -> Bool {
    var start = range.upperBound
    var hash: UInt64 = 0
    while start > range.lowerBound, text[start - 1].isLetter { start -= 1 }
    guard start < range.upperBound, start > range.lowerBound, text[start - 1] == 0x20 else {
      return false
    }
    hash = Lexicon.hashSeed
    for position in start..<range.upperBound { hash = Lexicon.hash(hash, text[position] | 0x20) }
    return Lexicon.shared.runningWords.contains(hash)
  }

  /// Whether a line of the head is none of the title: the letterhead 某局文件, the way to a page, issuer and date on one line, or a
  /// line of advertising.
  private func standsAboveTitle(_ index: Int) -> Bool {
    let range = text.trimmed(blocks[index].range)
    guard range.count >= 6, range.count <= 240, blocks[index].kind != .row else { return false }
    if isLetterhead(range) || isPathToPage(range) { return true }
    return SignOff.oneLine(text, range, block: index) != nil || isAdvert(index)
  }

  /// Marks the way to a page and advertising that stand above the title as no text of the document.
  mutating func setAside(above title: Range<Int>) {
    for index in blocks.indices.prefix(8)
    where blocks[index].furniture == nil && blocks[index].range.upperBound <= title.lowerBound {
      let range = text.trimmed(blocks[index].range)
      guard range.count >= 6, range.count <= 240, blocks[index].kind != .row else { continue }
      if isPathToPage(range) {
        blocks[index].furniture = .breadcrumb
      } else if isAdvert(index) {
        blocks[index].furniture = .advertisement
      }
    }
  }

  /// 示例县卫生局文件: the name of a body, and the word for papers.
  private func isLetterhead(_ range: Range<Int>) -> Bool {
    guard range.count > 12, text.ends(with: "文件".utf8, in: range) else { return false }
    let name = text.trimmed(range.lowerBound..<range.upperBound - 6)
    return TitlePattern(text: text).isBodies(name)
  }

  /// 当前位置：首页 > 农村 > 正文, Home » Plans » Rural.
  private func isPathToPage(_ range: Range<Int>) -> Bool {
    for words in ["当前位置", "您的位置", "您现在的位置", "您所在的位置", "所在位置", "You are here"] as [StaticString]
    where text.starts(with: words, at: range.lowerBound, end: range.upperBound) {
      return true
    }
    var steps = 0
    for position in range.lowerBound + 1..<range.upperBound - 1 {
      let byte = text[position]
      let isStep =
        byte == 0x3E || byte == 0xC2 && text[position + 1] == 0xBB
        || byte == 0xE2 && text.triple(at: position, end: range.upperBound) == 0xE280BA
      if isStep, text[position - 1].isSpace { steps += 1 }
    }
    return steps >= 2
  }

  /// Whether a line over another that could be the title strings words together of which the text says none again.
  private func isAdvert(_ index: Int) -> Bool {
    let range = blocks[index].range
    guard let next = blocks.indices[(index + 1)...].first(where: { blocks[$0].furniture == nil }),
      isTitleLine(blocks[next].range, HeadingPattern(text: text)),
      TitlePattern(text: text).kindNoun(closing: range) == nil
    else { return false }
    // A comment or other markup of any length may stand between the two lines.
    let start = blocks[next].range.lowerBound
    let rest = start..<max(start, min(text.count, range.upperBound + 4_000))
    if text[range.lowerBound] < 0x80 {
      // A title has capitals, and little words between the great ones.
      guard range.allSatisfy({ !text[$0].isUppercase }), text[rest.lowerBound].isUppercase else {
        return false
      }
      return !saysAgain(range, in: rest)
    }
    var gaps = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let space = text.spaceLength(at: position, end: range.upperBound)
      if space > 0 { gaps += 1 }
      position += space > 0 ? space : 1
    }
    return gaps >= 2 && !saysAgain(range, in: rest)
  }

  /// Whether a text says more than a few words of a line again, a word being two Han or six letters.
  private func saysAgain(_ line: Range<Int>, in rest: Range<Int>) -> Bool {
    var position = line.lowerBound
    var words = 0
    var known = 0
    while position + 6 <= line.upperBound {
      let isPair =
        text.isHan(at: position, end: line.upperBound)
        && text.isHan(at: position + 3, end: line.upperBound)
      let isWord = (0..<6).allSatisfy { text[position + $0].isLetter }
      if isPair || isWord {
        words += 1
        let word = (0..<6).map { text[position + $0] }
        if text.place(ofWord: word, in: rest) != nil { known += 1 }
      }
      position += 1
    }
    return known * 5 >= words && known > 0
  }

  /// Whether a heading of the form has others of its rank, as no title has.
  private func isOneOfMany(_ block: Block) -> Bool {
    block.kind == .heading
      && blocks.contains {
        $0.kind == .heading && $0.rank == block.rank && $0.range != block.range
          && $0.furniture == nil
      }
  }

  private func isTitleLine(_ range: Range<Int>, _ pattern: borrowing HeadingPattern) -> Bool {
    let words = pattern.withoutMarkup(range)
    guard words.count >= 6, words.count <= 240, NumberMark(text, in: words) == nil,
      DateLine(text, in: words) == nil, NumberReader(text: text).wholeLine(words) == nil,
      !text.endsStatement(words), text.hasWord(in: words)
    else { return false }
    return text.triple(at: words.lowerBound, end: words.upperBound) != 0xE28094
  }
}
