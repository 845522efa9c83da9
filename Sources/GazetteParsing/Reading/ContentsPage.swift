internal import GazetteDocument

/// Finds contents pages that no form marks: a head such as `Contents` or `目录` over lines that end with the numbers of
/// pages, or over a contents page that the form does mark.
struct ContentsPage: ~Escapable {
  private let text: Span<UInt8>

  /// A contents page stands in front; further down the same words head something else.
  private static let reach = 60

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// Marks the blocks of contents pages as furniture.
  func mark(_ blocks: inout [Block]) {
    for index in blocks.indices.prefix(ContentsPage.reach)
    where blocks[index].furniture == nil && isHead(blocks[index].range) {
      let end = self.end(from: index + 1, in: blocks)
      guard end > index + 1 else { continue }
      for place in index..<end where blocks[place].furniture == nil {
        blocks[place].furniture = .contents
        blocks[place].kind = .furniture
      }
      return
    }
  }

  /// Whether a line says nothing but that contents follow.
  private func isHead(_ range: Range<Int>) -> Bool {
    guard range.count <= 32 else { return false }
    var hash = Lexicon.hashSeed
    var position = range.lowerBound
    while position < range.upperBound {
      let space = text.spaceLength(at: position, end: range.upperBound)
      if space == 0 {
        hash = Lexicon.hash(
          hash, text[position].isUppercase ? text[position] | 0x20 : text[position])
      }
      position += max(1, space)
    }
    return Lexicon.shared.contentsHeads.contains(hash)
  }

  /// The first block behind the lines of a contents page; the start when there are none.
  private func end(from start: Int, in blocks: [Block]) -> Int {
    // The form marks its lines; a row above them says what stands in the columns.
    var marked = start
    while marked < min(blocks.count, start + 3), blocks[marked].kind == .row { marked += 1 }
    if marked < blocks.count, blocks[marked].furniture == .contents { return marked }
    var index = start
    var page = 0
    while index < blocks.count, blocks[index].furniture == nil,
      let next = pageNumber(closing: blocks[index]), next >= page
    {
      page = next
      index += 1
    }
    return index - start >= 3 ? index : start
  }

  /// The number of a page that ends a line behind white space or leaders.
  private func pageNumber(closing block: Block) -> Int? {
    let range = block.range
    guard block.kind != .row, range.count <= 240 else { return nil }
    var position = range.upperBound
    var value = 0
    var scale = 1
    while position > range.lowerBound, text[position - 1].isDigit, scale <= 1_000 {
      value += Int(text[position - 1] - 0x30) * scale
      scale *= 10
      position -= 1
    }
    guard scale > 1, position > range.lowerBound + 1 else { return nil }
    let before = text[position - 1]
    // … and · are leaders too.
    let isLeader =
      before.isSpace || before == 0x2E
      || [0xE280A6, 0xE38080].contains(text.triple(at: position - 3, end: position))
      || before == 0xB7
    return isLeader ? value : nil
  }
}
