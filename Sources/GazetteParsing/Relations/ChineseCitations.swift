internal import GazetteDocument

/// Finds the papers that Chinese text names, and reads the words around them that tell the relation.
struct ChineseCitations: ~Escapable {
  let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// The next place of 《 or 〔 in a range.
  func nextMark(in range: Range<Int>) -> Int? {
    // They differ in their last byte.
    text.place(ofWord: "《", orEnding: 0x94, in: range)
  }

  /// The paper that a mark names; `nil` for a book, a newspaper, a short name, a bracket of another kind.
  func paper(at mark: Int, in block: Range<Int>) -> CitedPaper? {
    if text.triple(at: mark, end: block.upperBound) == 0xE38094 {
      return numberAlone(around: mark, in: block)
    }
    guard let close = closing(of: mark, in: block) else { return nil }
    let title = text.trimmed(mark + 3..<close)
    guard title.count >= 6, title.count <= 600 else { return nil }
    var paper = CitedPaper(title: title, number: nil, range: mark..<close + 3)
    if let bracket = bracketed(behind: close + 3, in: block) {
      paper.number = bracket.number
      paper.range = mark..<bracket.end
    }
    guard paper.number != nil || isPaper(title) else { return nil }
    return paper
  }

  /// The place of the 》 that closes a 《, those between nested ones left out.
  func closing(of mark: Int, in block: Range<Int>) -> Int? {
    var depth = 1
    var position = mark + 3
    let end = min(block.upperBound, mark + 600)
    while position < end {
      if text[position] != 0xE3 {
        position += 1
        continue
      }
      switch text.triple(at: position, end: end) {
      case 0xE3808A: depth += 1
      case 0xE3808B:
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position += 3
    }
    return nil
  }

  /// The number in a bracket behind a title, and the place behind the bracket.
  private func bracketed(
    behind place: Int, in block: Range<Int>
  ) -> (number: DocumentNumber?, end: Int)? {
    let start = text.skippingSpace(from: place, to: block.upperBound)
    let isWide = text.triple(at: start, end: block.upperBound) == 0xEFBC88
    guard isWide || start < block.upperBound && text[start] == 0x28 else { return nil }
    let inner = start + (isWide ? 3 : 1)
    guard let number = NumberReader(text: text).number(in: inner..<block.upperBound) else {
      return nil
    }
    var end = number.end
    let limit = min(block.upperBound, end + 120)
    while end < limit {
      if text[end] == 0x29 { return (number.value, end + 1) }
      if text.triple(at: end, end: limit) == 0xEFBC89 { return (number.value, end + 3) }
      end += 1
    }
    return (number.value, number.end)
  }

  /// 国办发〔2018〕43号 in running text: the code is the longest of the table that ends there, else a short one that ends as
  /// codes do.
  private func numberAlone(around mark: Int, in block: Range<Int>) -> CitedPaper? {
    var start = mark
    while start - 3 >= block.lowerBound, mark - start < 42,
      text.isHan(at: start - 3, end: start)
    {
      start -= 3
    }
    let run = start..<mark
    guard run.count >= 3, let code = codeLength(run),
      let number = NumberReader(text: text).number(in: mark - code..<block.upperBound)
    else { return nil }
    return CitedPaper(title: nil, number: number.value, range: mark - code..<number.end)
  }

  private func codeLength(_ run: Range<Int>) -> Int? {
    let central: [UInt32] = [0xE4B8AD, 0xE59BBD]  // 中 国
    for code in CitationLexicon.shared.codes where text.ends(with: code, in: run) {
      // 某教发 is the code of a county's bureau, 某国办发 is none.
      let first = text.triple(at: run.upperBound - code.count, end: run.upperBound)
      if central.contains(first) || code.count == run.count { return code.count }
    }
    for end in CitationLexicon.shared.codeEnds where text.ends(with: end, in: run) {
      var start = run.upperBound - min(run.count, 18)
      // Words that stand in front of codes are no part of them.
      for word in ["根据", "依据", "按照", "执行", "落实", "废止", "印发", "转发", "以", "和", "及", "与", "的"]
        as [StaticString]
      {
        var rest = start..<run.upperBound
        while let place = text.firstPlace(of: word, in: rest) {
          start = place + word.utf8CodeUnitCount
          rest = start..<run.upperBound
        }
      }
      let length = run.upperBound - start
      return length >= 6 ? length : nil
    }
    return nil
  }

  /// Whether a title is that of a paper: it ends with a noun of kinds, and is more than that noun.
  private func isPaper(_ title: Range<Int>) -> Bool {
    if text.string(in: title) == "宪法" { return true }
    if let noun = TitlePattern(text: text).kindNoun(closing: title) {
      return noun.lowerBound - title.lowerBound >= 6
        || noun.count <= 6 && noun.lowerBound - title.lowerBound >= 3
    }
    return CitationLexicon.shared.citationEnds.contains {
      text.ends(with: $0, in: title) && title.count >= $0.count + 6
    }
  }
}
