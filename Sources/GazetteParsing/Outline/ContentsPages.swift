internal import GazetteDocument

/// Marks the tables of contents that stand in a text as lines of their own: a head such as 目录 or `Contents` with the
/// entries behind it.
struct ContentsPages: ~Escapable {
  /// A table of contents with more entries is none.
  private static let mostEntries = 400
  /// One that is told by the numbers of pages alone stands in front; further down the same words head something else.
  private static let reach = 60

  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// Marks the one in front of the text whose entries have the numbers of pages, or are marked by the form already; to be
  /// called before the title is looked for.
  func markFront(_ blocks: inout [Block]) {
    for index in blocks.indices.prefix(ContentsPages.reach)
    where blocks[index].furniture == nil && isHead(blocks[index].range) {
      let end = pagesEnd(blocks, from: index + 1)
      guard end > index + 1 else { continue }
      for place in index..<end where blocks[place].furniture == nil {
        blocks[place].furniture = .contents
        blocks[place].kind = .furniture
      }
      return
    }
  }

  /// Marks the others, when the title is known.
  ///
  /// Entries are short lines that end as no sentence does. The first one that says again what the first of them said begins the
  /// text; where none does, only lines with the number of a page are entries.
  func mark(_ blocks: inout [Block]) {
    var index = 0
    while index < blocks.count {
      defer { index += 1 }
      guard blocks[index].furniture == nil, isHead(blocks[index].range),
        let end = entriesEnd(blocks, from: index + 1)
      else { continue }
      for place in index..<end where blocks[place].furniture == nil {
        blocks[place].furniture = .contents
      }
      index = end - 1
    }
  }

  /// Whether a line says nothing but that contents follow.
  private func isHead(_ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 32,
      Lexicon.shared.contentsStarts[Int(text[range.lowerBound])]
    else { return false }
    let words = HeadingPattern(text: text).withoutMarkup(range)
    var hash = Lexicon.hashSeed
    var position = words.lowerBound
    while position < words.upperBound {
      let space = text.spaceLength(at: position, end: words.upperBound)
      if space == 0 {
        hash = Lexicon.hash(
          hash, text[position].isUppercase ? text[position] | 0x20 : text[position])
      }
      position += max(1, space)
    }
    return Lexicon.shared.contentsHeads.contains(hash)
  }

  /// The first block behind the entries with the numbers of pages; the start when there are none.
  private func pagesEnd(_ blocks: [Block], from start: Int) -> Int {
    // The form marks its lines; a row above them says what stands in the columns.
    var marked = start
    while marked < min(blocks.count, start + 3), blocks[marked].kind == .row { marked += 1 }
    if marked < blocks.count, blocks[marked].furniture == .contents { return marked }
    var index = start
    var page = 0
    while index < blocks.count, blocks[index].furniture == nil, blocks[index].kind != .row,
      blocks[index].range.count <= 240, let next = entry(blocks[index].range).page, next >= page
    {
      page = next
      index += 1
    }
    return index - start >= 3 ? index : start
  }

  /// The block behind the last entry; `nil` when fewer than two follow, or fewer than three with the numbers of pages.
  private func entriesEnd(_ blocks: [Block], from start: Int) -> Int? {
    var first: [UInt8]?
    var entries = 0
    var lastNumbered: Int?
    var pages: [Int] = []
    let limit = min(blocks.count, start + ContentsPages.mostEntries)
    for index in start..<limit where blocks[index].furniture == nil {
      let block = blocks[index]
      guard block.range.count <= 240, !text.endsStatement(block.range) else { break }
      let (words, page) = entry(block.range)
      if let first {
        if entries >= 2, words == first { return index }
      } else {
        first = words
      }
      entries += 1
      if let page {
        lastNumbered = index
        pages.append(page)
      }
    }
    guard let lastNumbered, pages.count >= 3, zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return lastNumbered + 1
  }

  /// The words of an entry without white space, leaders and the number of its page, which has four digits at most.
  private func entry(_ range: Range<Int>) -> (words: [UInt8], page: Int?) {
    let solid = text.solid(in: range)
    var words = solid[...]
    while let last = words.last, last.isDigit { words.removeLast() }
    let digits = solid[words.endIndex...]
    let hasDigits = !digits.isEmpty && !words.isEmpty
    let whole = words.count
    var hasLeader = true
    while hasLeader {
      hasLeader = false
      // . - _ … ·
      for leader in [[0x2E], [0x2D], [0x5F], [0xE2, 0x80, 0xA6], [0xC2, 0xB7]] as [[UInt8]]
      where words.count >= leader.count && words.suffix(leader.count).elementsEqual(leader) {
        words.removeLast(leader.count)
        hasLeader = true
      }
    }
    let isSpaced = hasDigits && text.holdsSpace(in: range)
    guard words.count < whole || isSpaced else { return (solid, nil) }
    let page = hasDigits && digits.count <= 4 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    return (Array(words), page)
  }
}
