internal import GazetteDocument

/// Takes the plain stretches of a Markdown text as they are and hands only the others to MD4C.
///
/// Most of a policy paper is `#` headings and paragraphs that begin with a letter or a Han character. Where such a block
/// begins and ends depends on no markup inside it, so that its range is known without reading its inlines. Everything
/// else (lists, quotes, tables, code, HTML) goes to MD4C up to the next line at which no container can be open: a plain
/// one in the first column behind a blank one.
struct MarkdownScan: ~Escapable {
  /// What a line is when no container and no block but a paragraph is open.
  private enum Line {
    case blank
    /// Text that begins or goes on with a paragraph.
    case plain
    /// An ATX heading whose words begin plainly, and its rank.
    case heading(Int)
    /// Anything that MD4C must look at.
    case other
  }

  private let text: Span<UInt8>
  private let map: TextMap
  private var position: Int
  private(set) var blocks: [Block] = []

  @_lifetime(copy text)
  private init(_ text: Span<UInt8>, _ map: TextMap, from start: Int) {
    self.text = text
    self.map = map
    position = start
    blocks.reserveCapacity((text.count - start) / 128 + 4)
  }

  /// The blocks of a text from a byte on, in the order of the text.
  ///
  /// - Parameters:
  ///   - utf8: The whole text.
  ///   - map: Its map.
  ///   - start: The start of a line, before which no block is open.
  /// - Returns: The blocks that `MarkdownTree` alone would find.
  /// - Throws: `ParseError` when MD4C gave up.
  static func blocks(
    of utf8: [UInt8], _ map: TextMap, from start: Int
  ) throws(ParseError) -> [Block] {
    var scan = MarkdownScan(utf8.span, map, from: start)
    try scan.run(utf8)
    return scan.blocks
  }

  private mutating func run(_ utf8: [UInt8]) throws(ParseError) {
    while position < text.count {
      let start = position
      let end = map.lineEnd(from: start)
      if isLoneLine(from: start, to: end) {
        append(text.trimmed(start..<end))
        position = min(end + 2, text.count)
        continue
      }
      switch line(from: start, to: end) {
      case .blank: position = next(after: end)
      case .heading(let rank):
        heading(rank, from: start, to: end)
        position = next(after: end)
      case .plain:
        if let rest = paragraph(from: start, firstEnd: end) {
          position = rest
        } else {
          try read(utf8, from: start)
        }
      case .other: try read(utf8, from: start)
      }
    }
  }

  // MARK: Lines

  private func next(after end: Int) -> Int {
    guard end < text.count else { return end }
    return text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private func line(from start: Int, to end: Int) -> Line {
    var place = start
    while place < end, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
    guard place < end else { return .blank }
    let byte = text[place]
    if byte >= 0x80 || byte.isLetter { return .plain }
    switch byte {
    case 0x30...0x39: return isOrdered(from: place, to: end) ? .other : .plain
    case UInt8(ascii: "*"):
      while place < end, text[place] == byte { place += 1 }
      return place < end && beginsWord(at: place) ? .plain : .other
    case UInt8(ascii: "#"):
      guard place == start else { return .other }
      while place < end, text[place] == byte { place += 1 }
      let rank = place - start
      while place < end, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
      while place < end, text[place] == UInt8(ascii: "*") { place += 1 }
      return rank <= 6 && place < end && beginsWord(at: place) ? .heading(rank) : .other
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "%"): return .plain
    default: return .other
    }
  }

  /// Whether a byte begins a word, not markup.
  private func beginsWord(at place: Int) -> Bool {
    text[place] >= 0x80 || text[place].isLetter || text[place].isDigit
  }

  /// Whether digits at the start of a line number an item of a list.
  private func isOrdered(from start: Int, to end: Int) -> Bool {
    var place = start
    while place < end, text[place].isDigit { place += 1 }
    guard place < end, text[place] == 0x2E || text[place] == 0x29 else { return false }
    return place + 1 == end || text[place + 1] == 0x20 || text[place + 1] == 0x09
  }

  // MARK: Plain blocks

  /// Whether a line is a paragraph of its own for certain: it begins with a word and a blank line follows at once.
  @inline(__always)
  private func isLoneLine(from start: Int, to end: Int) -> Bool {
    guard start < end, text[start] >= 0x80 || text[start].isLetter else { return false }
    return end + 1 < text.count && text[end] == 0x0A && text[end + 1] == 0x0A
  }

  private mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var block = Block(kind: .paragraph, range: range)
    block.isWrapped = true
    blocks.append(block)
  }

  private mutating func heading(_ rank: Int, from start: Int, to end: Int) {
    var last = withoutBlanks(start, end)
    while last > start, text[last - 1] == UInt8(ascii: "#") { last -= 1 }
    let range = text.trimmed(min(start + rank, last)..<last)
    guard !range.isEmpty else { return }
    var block = Block(kind: .heading, range: range)
    block.rank = rank
    block.isWrapped = true
    blocks.append(block)
  }

  /// Reads a paragraph of plain lines; the start of the line behind it, `nil` when it is not plain throughout.
  private mutating func paragraph(from start: Int, firstEnd: Int) -> Int? {
    var end = firstEnd
    var isLong = false
    var rest = next(after: end)
    lines: while rest < text.count {
      let lineEnd = map.lineEnd(from: rest)
      switch line(from: rest, to: lineEnd) {
      case .blank, .heading: break lines
      case .other: return nil
      case .plain:
        end = lineEnd
        isLong = true
        rest = next(after: end)
      }
    }
    // Markup that spans lines could end the last one.
    if isLong, !endsPlainly(from: start, to: end) { return nil }
    append(text.trimmed(start..<end))
    return rest
  }

  private func endsPlainly(from start: Int, to end: Int) -> Bool {
    let last = withoutBlanks(start, end)
    guard last > start else { return false }
    let byte = text[last - 1]
    if byte >= 0x80 || byte.isLetter || byte.isDigit { return true }
    switch byte {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: return true
    default: return false
    }
  }

  private func withoutBlanks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return end
  }

  // MARK: Other blocks

  /// Lets MD4C read from a line on, up to where the text is plain again.
  private mutating func read(_ utf8: [UInt8], from start: Int) throws(ParseError) {
    let end = stretchEnd(from: start)
    blocks += try MarkdownTree.blocks(of: utf8, in: start..<end)
    position = end
  }

  private func stretchEnd(from start: Int) -> Int {
    var position = start
    var isBlank = false
    while position < text.count {
      let end = map.lineEnd(from: position)
      let kind = line(from: position, to: end)
      switch kind {
      case .blank: isBlank = true
      case .plain, .heading:
        // Without an indent nothing of what stood before can be open.
        if isBlank, text[position] != 0x20, text[position] != 0x09 { return position }
        isBlank = false
      case .other:
        isBlank = false
        switch opening(from: position, to: end) {
        case .none: break
        case .closed: if position == start { return next(after: end) }
        case .open: return text.count
        }
      }
      position = next(after: end)
    }
    return text.count
  }

  private enum Opening {
    /// The line opens nothing that a blank line does not close.
    case none
    /// The line is a comment of its own.
    case closed
    /// The line may open a block that blank lines do not close: code between fences, HTML.
    case open
  }

  private func opening(from start: Int, to end: Int) -> Opening {
    var place = start
    marks: while place < end {
      switch text[place] {
      case 0x20, 0x09, 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x3E, 0x30...0x39: place += 1
      default: break marks
      }
    }
    guard place < end else { return .none }
    let sign = text.triple(at: place, end: end)
    if sign == 0x606060 || sign == 0x7E7E7E { return .open }
    guard text[place] == UInt8(ascii: "<") else { return .none }
    guard place == start, text.starts(with: "<!--", at: place, end: end),
      text.firstPlace(of: "-->", in: place + 4..<max(place + 4, end)) != nil
    else { return .open }
    return .closed
  }
}
