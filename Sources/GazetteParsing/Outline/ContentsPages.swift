internal import GazetteDocument

/// Marks the tables of contents that stand in a text as lines of their own.
struct ContentsPages: ~Escapable {
  /// A table of contents with more entries is none.
  private static let mostEntries = 400

  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// Marks the line that says 目录 or Contents with the entries behind it.
  ///
  /// Entries are short lines that end as no sentence does. The first one that says again what the first of them said begins the
  /// text; where none does, only lines with the number of a page are entries.
  func mark(_ blocks: inout [Block]) {
    var index = 0
    while index < blocks.count {
      defer { index += 1 }
      guard blocks[index].furniture == nil, isTitle(blocks[index].range),
        let end = entriesEnd(blocks, from: index + 1)
      else { continue }
      for place in index..<end where blocks[place].furniture == nil {
        blocks[place].furniture = .contents
      }
      index = end - 1
    }
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 30 else { return false }
    // 目 and C, c, T, t.
    let first = text[range.lowerBound]
    guard
      first | 0x20 == 0x63 || first | 0x20 == 0x74 || first == 0xE7 || first == 0x2A
        || first == 0x23
    else { return false }
    let words = HeadingPattern(text: text).withoutMarkup(range)
    switch String(decoding: text.solid(in: words), as: UTF8.self).lowercased() {
    case "目录", "目錄", "目次", "contents", "tableofcontents": return true
    default: return false
    }
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

  /// The words of an entry without white space, leaders and the number of its page.
  private func entry(_ range: Range<Int>) -> (words: [UInt8], page: Int?) {
    var words = text.solid(in: range)
    let whole = words.count
    while let last = words.last, last.isDigit { words.removeLast() }
    let hasDigits = words.count < whole && !words.isEmpty
    let digits = text.solid(in: range).suffix(whole - words.count)
    var hasLeaders = false
    while let last = words.last, last == 0x2E || last == 0x2D || last == 0x5F {
      words.removeLast()
      hasLeaders = true
    }
    // … and ·
    while words.count >= 3, words.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) {
      words.removeLast(3)
      hasLeaders = true
    }
    while words.count >= 2, words.suffix(2).elementsEqual([0xC2, 0xB7]) {
      words.removeLast(2)
      hasLeaders = true
    }
    let isSpaced = hasDigits && text.holdsSpace(in: range)
    if !hasLeaders, !isSpaced { return (text.solid(in: range), nil) }
    return (words, hasDigits ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : nil)
  }
}
