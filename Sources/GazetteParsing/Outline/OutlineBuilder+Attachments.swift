internal import GazetteDocument

extension OutlineBuilder {
  /// The last block of the title of a paper attached to the one before it; `nil` when no title begins.
  ///
  /// It is what the title of the document says that it issues, or follows the sign-off, 附件 or the note on release, and closes with the noun of a kind of paper, perhaps lines further
  /// down. What follows 附件 alone is its title whatever it says.
  func attachedTitle(_ item: OutlineItem, at index: Int, after items: [OutlineItem]) -> Int? {
    guard item.style == nil else { return nil }
    if isIssued(blocks[index].range), !isAttachmentNote(at: index) { return index }
    guard item.role == .passage, let last = items.last, items.count > 2 else { return nil }
    let isBare =
      last.level == .numbered(.annex) && last.role == .heading && last.words.isEmpty
    let endsHead =
      last.level == .numbered(.annex) && last.role == .heading
      || DateLine(text, in: blocks[last.block].range) != nil
      || text.isReleaseNote(blocks[last.block].range)
    guard endsHead, isTitleLine(index) else { return nil }
    let titles = TitlePattern(text: text)
    var end = index
    var lines = 0
    while lines < 3, end < blocks.count, isTitleLine(end) {
      let joined = item.heading.lowerBound..<blocks[end].range.upperBound
      guard joined.count <= 300 else { break }
      if joined.count >= 12, titles.kindNoun(closing: joined) != nil { return end }
      // 深圳湾口岸港方口岸区的 goes on in the next line.
      if isBare, lines > 0 { return end }
      lines += 1
      if isBare, !goesOn(blocks[end].range) { return item.heading.count >= 6 ? end : nil }
      guard let next = blocks.indices[(end + 1)...].first(where: { blocks[$0].furniture == nil })
      else { break }
      end = next
    }
    return isBare && item.heading.count >= 6 ? index : nil
  }

  /// Whether a line ends with 的, 和, 与 or 及, behind which no title ends.
  private func goesOn(_ range: Range<Int>) -> Bool {
    switch text.triple(at: range.upperBound - 3, end: range.upperBound) {
    case 0xE79A84, 0xE5928C, 0xE4B88E, 0xE58F8A: true
    default: false
    }
  }

  /// Takes the numbers from a list of what is attached: `附件：1.…` and the lines `2.…` below it.
  func settleAttachment(_ item: inout OutlineItem, _ last: inout Int?) {
    if item.has(.annex), item.role == .passage {
      let names = NumberMark(text, in: text.trimmed(behindColon(item)))
      last = names?.style == .digit ? names?.value ?? 0 : 0
    } else if let value = last, item.has(.digit), item.value == value + 1, !item.isRunIn,
      blocks[item.block].range.count <= 180
    {
      last = item.value
      item.role = .passage
      item.number = 0..<0
      item.style = nil
    } else {
      last = nil
    }
  }

  private func behindColon(_ item: OutlineItem) -> Range<Int> {
    var start = item.words.lowerBound
    let end = item.words.upperBound
    if text.triple(at: start, end: end) == 0xEFBC9A { start += 3 }
    return text.skippingSpace(from: start, to: end)..<end
  }

  /// Whether a line stands at the foot of a paper or a page: office and day of printing, the source, what comes next.
  func closesPaper(_ range: Range<Int>) -> Bool {
    range.count > 6 && text.starts(with: "印发", at: range.upperBound - 6, end: range.upperBound)
      || text.starts(with: "来源：", at: range.lowerBound, end: range.upperBound)
      || Boilerplate.reason(text, range) != nil
  }

  /// Makes a heading of an attached paper out of its title.
  func attach(_ item: inout OutlineItem, upTo last: Int) {
    item.level = item.role == .heading ? .instrument : .numbered(.annex)
    item.role = .heading
    item.number = 0..<0
    item.words = item.heading.lowerBound..<blocks[last].range.upperBound
    item.heading = item.words
    if last != item.block { item.joinedBlock = last }
    item.isInstrument =
      isIssued(item.words) || TitlePattern(text: text).kindNoun(closing: item.words) != nil
  }

  /// The title of what a document issues or forwards by its own title, without white space and quotation marks; empty for
  /// none.
  static func issuedTitle(_ text: Span<UInt8>, in title: Range<Int>) -> [UInt8] {
    guard let act = TitleAct(text, in: title), act.kind == .issues || act.kind == .forwards,
      var matter = act.matter
    else { return [] }
    if text.triple(at: matter.lowerBound, end: matter.upperBound) == 0xE3808A,  // 《
      text.triple(at: matter.upperBound - 3, end: matter.upperBound) == 0xE3808B
    {
      matter = text.trimmed(matter.lowerBound + 3..<matter.upperBound - 3)
    }
    return lowered(text.solid(in: matter))
  }

  /// Whether a line is the title of what the document issues.
  func isIssued(_ range: Range<Int>) -> Bool {
    guard !issued.isEmpty, range.count >= issued.count, range.count <= 2 * issued.count else {
      return false
    }
    return OutlineBuilder.lowered(text.solid(in: range)) == issued
  }

  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0.isUppercase ? $0 | 0x20 : $0 }
  }

  private func isTitleLine(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.furniture == nil && block.kind == .paragraph && block.range.count <= 180
      && NumberMark(text, in: block.range) == nil
      && DateLine(text, in: block.range) == nil && !text.isReleaseNote(block.range)
      && text.triple(at: block.range.lowerBound, end: block.range.upperBound) != 0xEFBC88
      && HeadingPattern(text: text).isHeadLike(block.range)
  }

  /// Whether `附件1.…` names what is attached and does not begin it: the sign-off is still to come.
  func isAttachmentNote(at index: Int) -> Bool {
    var lines = 0
    for block in blocks[(index + 1)...] where block.furniture == nil {
      lines += 1
      guard lines <= 12, block.range.count <= 180 else { return false }
      if DateLine(text, in: block.range) != nil { return lines > 1 }
      if let mark = NumberMark(text, in: block.range), mark.style != .digit, mark.style != .annex {
        return false
      }
    }
    return false
  }

  /// Whether a short line is the title of a further paper: it closes with the noun of a kind, and a numbering that was
  /// used before begins again below it.
  func beginsPaper(_ items: [OutlineItem], _ index: Int) -> Bool {
    let range = blocks[items[index].block].range
    guard TitlePattern(text: text).kindNoun(closing: range) != nil else { return false }
    for later in items[(index + 1)...].prefix(12) {
      guard let style = later.style, later.value == 1, later.role != .passage else { continue }
      return items[..<index].contains { $0.has(style) && $0.value > 1 && $0.role != .passage }
    }
    return false
  }
}
