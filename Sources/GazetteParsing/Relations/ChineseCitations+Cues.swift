internal import GazetteDocument

extension ChineseCitations {
  /// The relation that the words around a citation tell, with the place of the cue; `nil` when none does.
  func relation(
    of range: Range<Int>, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, cue: Range<Int>)? {
    behind(range.upperBound, in: block) ?? ahead(of: range.lowerBound, in: block)
  }

  /// A cue behind a citation: 《…》（…）同时废止, 《…》、《…》自本办法施行之日起废止.
  private func behind(
    _ start: Int, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, cue: Range<Int>)? {
    var position = start
    let end = min(block.upperBound, start + 900)
    var hasPause = false
    while position < end {
      position = text.skippingSpace(from: position, to: end)
      if let cue = cueBehind(at: position, end) { return cue }
      if !hasPause, text.triple(at: position, end: end) == 0xE3808A,
        let close = closing(of: position, in: block)
      {
        position = afterBracket(close + 3, end)
        continue
      }
      if text.triple(at: position, end: end) == 0xEFBC8C {  // ，
        hasPause = true
        position += 3
        guard opensCue(at: position, end) else { return nil }
        continue
      }
      guard let next = afterFiller(position, end) else { return nil }
      position = next
    }
    return nil
  }

  private func cueBehind(
    at position: Int, _ end: Int
  ) -> (kind: DocumentRelation.Kind, cue: Range<Int>)? {
    let head = text.triple(at: position, end: end)
    for cue in CitationLexicon.shared.after[head] ?? [] where isWord(cue.words, at: position, end) {
      return (cue.kind, position..<position + cue.words.count)
    }
    return nil
  }

  private func isWord(_ word: [UInt8], at position: Int, _ end: Int) -> Bool {
    guard position + word.count <= end else { return false }
    for index in word.indices where text[position + index] != word[index] { return false }
    return true
  }

  /// Whether what follows a comma may lead to a cue: 自…起, 现…, 同时….
  private func opensCue(at position: Int, _ end: Int) -> Bool {
    for word in ["自", "现", "同时", "予以", "一并", "即行", "已", "均"] as [StaticString]
    where text.starts(with: word, at: position, end: end) {
      return true
    }
    return false
  }

  /// Behind a word that may stand between a citation and its cue, or behind 自…起, 已经…同意, 于2020年.
  private func afterFiller(_ position: Int, _ end: Int) -> Int? {
    let limit = min(end, position + 90)
    for (word, stop) in [("自", "起"), ("已经", "同意"), ("已经", "批准"), ("经", "同意")]
      as [(StaticString, StaticString)]
    {
      guard text.starts(with: word, at: position, end: end) else { continue }
      if let place = text.firstPlace(of: stop, in: position..<limit) {
        return place + stop.utf8CodeUnitCount
      }
    }
    if text.starts(with: "于", at: position, end: end),
      let date = DateReader(text).date(in: position + 3..<limit)
    {
      return date.end
    }
    for filler in CitationLexicon.shared.fillers where isWord(filler, at: position, end) {
      return position + filler.count
    }
    return nil
  }

  private func afterBracket(_ place: Int, _ end: Int) -> Int {
    let start = text.skippingSpace(from: place, to: end)
    let isWide = text.triple(at: start, end: end) == 0xEFBC88
    guard isWide || start < end && text[start] == 0x28 else { return place }
    var position = start + 1
    while position < min(end, start + 240) {
      if text[position] == 0x29 { return position + 1 }
      if text.triple(at: position, end: end) == 0xEFBC89 { return position + 3 }
      position += 1
    }
    return place
  }

  /// A cue in front of a citation, within its clause: 根据《…》, 印发《…》, 根据《…》和《…》.
  private func ahead(
    of start: Int, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, cue: Range<Int>)? {
    let heads = CitationLexicon.shared.beforeHeads
    var position = start
    var crossed = 0
    while position > block.lowerBound, start - position - crossed < 120 {
      position -= 1
      while position > block.lowerBound, text[position].isContinuation { position -= 1 }
      let sign = text.triple(at: position, end: start)
      switch sign {
      case 0xE3808B:  // 》
        guard let open = opening(before: position, in: block) else { return nil }
        crossed += position - open
        position = open
        continue
      case 0xEFBC89:  // ）
        guard let open = text.lastPlace(of: 0xEFBC88, in: block.lowerBound..<position) else {
          return nil
        }
        crossed += position - open
        position = open
        continue
      // ， 。 ； ： ！ ？
      case _ where text[position] == 0x09 || text[position] == 0x0A: return nil
      case 0xEFBC8C, 0xE38082, 0xEFBC9B, 0xEFBC9A, 0xEFBC81, 0xEFBC9F: return nil
      default: break
      }
      guard heads &>> Lexicon.voiceBit(of: sign) & 1 == 1,
        let cues = CitationLexicon.shared.before[sign]
      else { continue }
      for cue in cues where isWord(cue.words, at: position, start) {
        // 关于修改《…》的决定 in running text names that decision; 实施细则 is a noun, 修改为《…》 gives a new name, and 印发了,
        // 发布的 tell what another paper did.
        let end = position + cue.words.count
        guard !text.starts(with: "关于", at: position - 6, end: start), !isNoun(at: end, start)
        else { continue }
        return (cue.kind, position..<end)
      }
    }
    return nil
  }

  /// Whether what stands behind a cue makes it another word: 实施细则, 修改为.
  private func isNoun(at place: Int, _ end: Int) -> Bool {
    for word in ["细则", "办法", "方案", "意见", "情况", "为", "了", "的", "过"] as [StaticString]
    where text.starts(with: word, at: place, end: end) {
      return true
    }
    return false
  }

  /// The 《 that opens what a 》 closes.
  private func opening(before close: Int, in block: Range<Int>) -> Int? {
    var depth = 0
    var position = close
    while position >= block.lowerBound, close - position < 600 {
      switch text.triple(at: position, end: block.upperBound) {
      case 0xE3808B: depth += 1
      case 0xE3808A:
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position -= 1
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// The last place of a character of three bytes in a range, no further than 300 bytes before its end.
  func lastPlace(of sign: UInt32, in range: Range<Int>) -> Int? {
    var position = range.upperBound - 3
    let least = Swift.max(range.lowerBound, range.upperBound - 300)
    while position >= least {
      if triple(at: position, end: range.upperBound) == sign { return position }
      position -= 1
    }
    return nil
  }
}
