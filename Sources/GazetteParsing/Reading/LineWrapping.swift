internal import GazetteDocument

/// How the lines of a plain text relate to its paragraphs, found from the text itself.
struct LineWrapping {
  /// The column at which a machine broke the lines; `nil` when a line is a paragraph.
  private(set) var width: Int?
  /// Whether blank lines part the paragraphs.
  private(set) var isBlankSeparated = false

  /// Lines looked at: enough to see the habit of a whole file.
  private static let sample = 4_000

  init(_ text: Span<UInt8>, lines: [TextLine]) {
    var groups = 0
    var single = 0
    var inner: [Int] = []
    var unfinished = 0
    for index in lines.indices.prefix(LineWrapping.sample) {
      let line = lines[index]
      let isLast = index + 1 == lines.count || lines[index + 1].followsBlank
      if line.followsBlank {
        groups += 1
        if isLast { single += 1 }
      }
      // The last line of a group, or one before an indent, ends its paragraph and tells nothing.
      guard !isLast, !lines[index + 1].isIndented else { continue }
      inner.append(text.columns(in: line.range))
      if !text.endsStatement(line.range) { unfinished += 1 }
    }
    isBlankSeparated = groups >= 3 && single * 10 >= groups * 6
    guard inner.count >= 3, unfinished * 2 >= inner.count else { return }
    inner.sort()
    let widest = inner[inner.count * 95 / 100]
    guard (30...132).contains(widest) else { return }
    let full = inner.count { $0 >= widest * 3 / 4 && $0 <= widest + 2 }
    if full * 10 >= inner.count * 7 { width = widest }
  }

  /// Whether a line goes on in the next one.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - next: The line below it.
  ///   - isOpen: Whether the line itself goes on from the one above.
  ///   - holdsLong: Whether the lines between two blank ones hold one that is clearly a paragraph.
  ///   - text: The text of both.
  /// - Returns: True when the break between the two is layout.
  func joins(
    _ line: TextLine, to next: TextLine, isOpen: Bool, holdsLong: Bool, text: Span<UInt8>
  ) -> Bool {
    guard !next.followsBlank, !next.isIndented, !text.beginsItem(next.range) else { return false }
    if let width {
      // A line that had room for the next line's first word was ended on purpose.
      return text.columns(in: line.range) + text.firstWordColumns(next.range) >= width
    }
    guard isBlankSeparated, !text.endsStatement(line.range) else { return false }
    if isOpen || text.beginsWithClosingSign(next.range)
      || (next.range.count <= 4 && line.range.count > 9)
    {
      return true
    }
    // Copies break a paragraph around the words of a link. A short first line above a long one is a heading, though.
    return holdsLong && !(line.followsBlank && line.range.count < 60 && next.range.count >= 90)
      && NumberMark(text, in: line.range) == nil
  }
}

extension Span where Element == UInt8 {
  /// Whether a line ends with a sign behind which a new sentence or item begins.
  func endsStatement(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    // Closing quotes and brackets are looked through.
    while end > range.lowerBound {
      let last = self[end - 1]
      if last == 0x22 || last == 0x29 || last == 0x27 || last == 0x5D {
        end -= 1
        continue
      }
      switch triple(at: end - 3, end: end) {
      case 0xE2809D, 0xE28099, 0xEFBC89, 0xE3808D, 0xE3808F, 0xE38091: end -= 3
      default: return isStatementEnd(before: end, from: range.lowerBound)
      }
    }
    return true
  }

  private func isStatementEnd(before end: Int, from start: Int) -> Bool {
    switch self[end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B: return true
    default: break
    }
    guard end - 3 >= start else { return false }
    switch triple(at: end - 3, end: end) {
    case 0xE38082, 0xEFBC81, 0xEFBC9F, 0xEFBC9A, 0xEFBC9B, 0xE280A6, 0xEFBC8E, 0xEFBDA1:
      return true  // 。！？：；…．｡
    default: return false
    }
  }

  /// Whether a line begins as an item or a numbered paragraph does.
  func beginsItem(_ range: Range<Int>) -> Bool {
    guard let first = range.isEmpty ? nil : self[range.lowerBound] else { return false }
    if first == 0x2D || first == 0x2A || first == 0x2B {
      return spaceLength(at: range.lowerBound + 1, end: range.upperBound) > 0
    }
    switch triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE280A2, 0xE28094, 0xE29786, 0xE2978F, 0xE296A0, 0xC2B7: return true  // • — ◆ ● ■
    default: return NumberMark(self, in: range) != nil
    }
  }

  /// Whether a line begins with a sign that only stands behind other words.
  func beginsWithClosingSign(_ range: Range<Int>) -> Bool {
    switch triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE2809D, 0xE28099, 0xEFBC89, 0xE38082, 0xEFBC8C, 0xE38081, 0xEFBC9B, 0xE3808B: true
    default: false
    }
  }

  fileprivate func firstWordColumns(_ range: Range<Int>) -> Int {
    var position = range.lowerBound
    if self[position] >= 0xE0 { return 2 }
    while position < range.upperBound, !self[position].isSpace { position += 1 }
    return position - range.lowerBound + 1
  }
}
