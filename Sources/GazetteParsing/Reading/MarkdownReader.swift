internal import GazetteDocument

/// Reads Markdown: the source text is the file itself, its blocks are those of CommonMark with tables.
struct MarkdownReader {
  /// The blocks of a Markdown text.
  static func read(
    _ utf8: consuming [UInt8], _ known: TextMap?
  ) throws(ParseError) -> ExtractedText {
    let map = known ?? TextMap(utf8.span)
    var extracted = ExtractedText(utf8: utf8, map: map)
    var start = 0
    if let matter = FrontMatter(extracted.utf8.span) {
      start = matter.end
      if let fields = matter.fields {
        extracted.entered = fields
        extracted.blocks = [
          Block(kind: .furniture, range: matter.range, furniture: .labels)
        ]
      } else {
        extracted.notices.append(
          ParseNotice(kind: .frontMatter, fileOffset: matter.errorOffset, detail: matter.error))
        extracted.blocks = lines(of: extracted.utf8.span, in: 0..<matter.end)
      }
    }
    let utf8 = extracted.utf8
    // Definitions hold for the whole text, and MD4C keeps them to itself.
    let definesLinks = map.hasBrackets && utf8.span.holdsDefinition(from: start)
    var blocks =
      definesLinks
      ? try MarkdownTree.blocks(of: utf8, in: start..<utf8.count)
      : try MarkdownScan.blocks(of: utf8, map, from: start)
    if definesLinks { blocks = withLostNotes(blocks, of: utf8.span, from: start) }
    if extracted.blocks.isEmpty {
      extracted.blocks = blocks
    } else {
      extracted.blocks += blocks
    }
    findTitle(in: &extracted)
    return extracted
  }

  private static func lines(of text: Span<UInt8>, in range: Range<Int>) -> [Block] {
    TextLine.lines(of: text.extracting(range)).map { line in
      let place =
        line.range.lowerBound + range.lowerBound..<line.range.upperBound + range.lowerBound
      // The fences are no words, whatever stands between them.
      return text.hasWord(in: place)
        ? Block(kind: .paragraph, range: place)
        : Block(kind: .furniture, range: place, furniture: .labels)
    }
  }

  /// MD4C takes `[^1]: 依据…` for the definition of a link and says nothing of it; such lines are text all the same.
  private static func withLostNotes(
    _ blocks: [Block], of text: Span<UInt8>, from start: Int
  ) -> [Block] {
    var found: [Block] = []
    var next = 0
    var position = start
    while position < text.count {
      let end = text.lineEnd(from: position)
      let line = text.trimmed(position..<end)
      position = end + 1
      guard line.count > 4, text[line.lowerBound] == UInt8(ascii: "[") else { continue }
      while next < blocks.count, blocks[next].range.upperBound <= line.lowerBound { next += 1 }
      if next < blocks.count, blocks[next].range.lowerBound < line.upperBound { continue }
      guard isNote(text, line) else { continue }
      found.append(Block(kind: .paragraph, range: line))
    }
    guard !found.isEmpty else { return blocks }
    return (blocks + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a definition defines words, not an address.
  private static func isNote(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var position = line.lowerBound + 1
    if text[position] == UInt8(ascii: "^") { return true }
    while position + 1 < line.upperBound, text[position] != UInt8(ascii: "]") { position += 1 }
    guard position + 1 < line.upperBound, text[position + 1] == UInt8(ascii: ":") else {
      return false
    }
    let target = text.skippingSpace(from: position + 2, to: line.upperBound)
    for index in target..<line.upperBound {
      switch text[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "@"): return false
      default: continue
      }
    }
    return true
  }

  /// A lone heading of the first rank, or the first heading when it stands before everything else, is the title.
  private static func findTitle(in extracted: inout ExtractedText) {
    var top: Int?
    for (index, block) in extracted.blocks.enumerated() where block.kind == .heading {
      guard block.rank == 1 else { continue }
      guard top == nil else { return }
      top = index
    }
    guard let top, extracted.blocks[..<top].count(where: { $0.furniture == nil }) <= 3 else {
      return
    }
    extracted.titleBlock = top
  }
}

extension Span where Element == UInt8 {
  /// Whether `]:` stands behind a place, without which nothing is the definition of a link.
  fileprivate func holdsDefinition(from start: Int) -> Bool {
    var position = start
    while let place = firstPlace(of: 0x5D, from: position) {
      if place + 1 < count, self[place + 1] == 0x3A { return true }
      position = place + 1
    }
    return false
  }
}
