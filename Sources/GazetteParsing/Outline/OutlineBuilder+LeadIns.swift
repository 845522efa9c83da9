internal import GazetteDocument

extension OutlineBuilder {
  /// What looks like a heading and is the beginning of a sentence: `The benefits of this option are:` over a list, and
  /// the first line of a paragraph that a copy broke.
  func settleLeadIns(_ items: inout [OutlineItem]) {
    for index in items.indices.dropLast() {
      let item = items[index]
      guard item.role != .passage, !item.isRunIn, !item.words.isEmpty,
        text[item.words.upperBound - 1] < 0x80
      else { continue }
      let next = blocks[items[index + 1].block]
      let block = blocks[item.block]
      if block.kind == .heading
        ? isLeadIn(item.words, of: block, over: next)
        : next.kind == .paragraph && text[next.range.lowerBound].isLowercase
      {
        items[index].role = .passage
      }
    }
  }

  private func isLeadIn(_ words: Range<Int>, of block: Block, over next: Block) -> Bool {
    let endsWithColon = text[words.upperBound - 1] == 0x3A
    let last = words.upperBound - (endsWithColon ? 1 : 0)
    var start = last
    while start > words.lowerBound, text[start - 1].isLetter { start -= 1 }
    guard start < last else { return false }
    var hash = Lexicon.hashSeed
    for position in start..<last { hash = Lexicon.hash(hash, text[position] | 0x20) }
    // A single word is no sentence, whatever it is.
    let isRunning = start > words.lowerBound && Lexicon.shared.runningWords.contains(hash)
    // `What we stand for` is a heading; what is as long as a sentence and stops short is none.
    guard endsWithColon else { return isRunning && words.count > 100 && isListed(next) }
    var spaces = 0
    for position in words where text[position] == 0x20 { spaces += 1 }
    return isRunning || spaces >= 2 && (block.isText || isListed(next))
  }

  /// Whether a block is one of a list, by its form, by a sign in front, or by a letter or the like.
  private func isListed(_ block: Block) -> Bool {
    if block.kind == .item { return true }
    switch text.triple(at: block.range.lowerBound, end: block.range.upperBound) {
    // • ● ▪ ◦ – — ○ ■ □ ➢
    case 0xE280A2, 0xE2978F, 0xE296AA, 0xE297A6, 0xE28093, 0xE28094, 0xE2978B, 0xE296A0, 0xE296A1,
      0xE29EA2:
      return true
    default: break
    }
    let first = text[block.range.lowerBound]
    if first == 0x2D || first == 0x2A { return true }
    guard let mark = NumberMark(text, in: block.range) else { return false }
    switch mark.style {
    case .digitBracket, .circled, .halfBracket, .letter, .letterBracket, .romanBracket: return true
    default: return false
    }
  }
}
