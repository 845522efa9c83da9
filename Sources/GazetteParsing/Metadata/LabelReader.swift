internal import GazetteDocument

/// Reads the labels and values that stand around a document: label tables, `发布日期：2024-03-05 来源：新华社`.
struct LabelReader: ~Escapable {
  /// One label with what stands behind it.
  struct Entry {
    var field: MetadataField
    var value: Range<Int>
    /// Whether the label is a word of running text too.
    var isWeak = false
  }

  let text: Span<UInt8>

  @_lifetime(copy text)
  init(text: Span<UInt8>) {
    self.text = text
  }

  /// The entries of a block that holds nothing else; `nil` for any other block.
  func entries(of block: Block) -> [Entry]? {
    let range = HeadingPattern(text: text).withoutMarkup(block.range)
    guard range.count <= 900 else { return nil }
    return block.kind == .row ? rowEntries(range) ?? lineEntries(range) : lineEntries(range)
  }

  /// A row whose cells are label, value, label, value.
  private func rowEntries(_ range: Range<Int>) -> [Entry]? {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for position in range where text[position] == 0x09 {
      cells.append(text.trimmed(start..<position))
      start = position + 1
    }
    cells.append(text.trimmed(start..<range.upperBound))
    guard cells.count >= 2 || isLabelAlone(range) else { return nil }
    var entries: [Entry] = []
    var index = 0
    while index < cells.count {
      if cells[index].isEmpty {
        index += 1
        continue
      }
      guard let field = label(in: cells[index])?.field else { return nil }
      let value = index + 1 < cells.count ? cells[index + 1] : range.upperBound..<range.upperBound
      entries.append(Entry(field: field, value: value))
      index += 2
    }
    return entries.isEmpty ? nil : entries
  }

  private func isLabelAlone(_ range: Range<Int>) -> Bool {
    colon(from: range.lowerBound, to: range.upperBound).map { $0.end == range.upperBound } ?? false
  }

  /// `label：value`, several in a line when white space parts them.
  private func lineEntries(_ range: Range<Int>) -> [Entry]? {
    var entries: [Entry] = []
    var start = range.lowerBound
    // 2024年10月23日 07:15　来源：…: the day on which a page was put up stands in front of its labels.
    if let day = leadingDay(of: range) {
      entries.append(Entry(field: .published, value: day.value))
      start = day.end
    }
    while start < range.upperBound {
      guard let colon = colon(from: start, to: min(range.upperBound, start + 60)),
        let label = label(in: start..<colon.start)
      else { return nil }
      let value = text.skippingSpace(from: colon.end, to: range.upperBound)
      let next = nextLabel(from: value, to: range.upperBound) ?? range.upperBound
      entries.append(
        Entry(
          field: label.field, value: text.trimmed(value..<max(value, next)), isWeak: label.isWeak))
      start = next
    }
    // 时间：… in running text is long; a label's value is not.
    guard entries.allSatisfy({ $0.value.count <= 240 }) else { return nil }
    if entries.count == 1, entries[0].isWeak { return nil }
    return entries.isEmpty ? nil : entries
  }

  /// The day, with its time, that begins a line of labels; `nil` when nothing follows it.
  private func leadingDay(of range: Range<Int>) -> (value: Range<Int>, end: Int)? {
    guard range.count > 20, text.digit(at: range.lowerBound, end: range.upperBound),
      let date = DateReader(text).date(in: range), date.value.day != nil
    else { return nil }
    var end = text.skippingSpace(from: date.end, to: range.upperBound)
    let time = end
    while end < range.upperBound, text[end].isDigit || text[end] == 0x3A { end += 1 }
    guard
      end == range.upperBound || end == time || text.spaceLength(at: end, end: range.upperBound) > 0
    else { return nil }
    end = text.skippingSpace(from: end, to: range.upperBound)
    return end < range.upperBound ? (range.lowerBound..<date.end, end) : nil
  }

  /// Where the next label of a line begins: behind white space, and with a colon behind it.
  private func nextLabel(from start: Int, to end: Int) -> Int? {
    var search = start
    while let colon = colon(from: search, to: end) {
      // A label is at most 30 bytes and its letters may be spaced out: try every word start before the colon.
      var best: Int?
      var position = colon.start
      while position > start, colon.start - position < 36 {
        position -= 1
        while position > start, text[position].isContinuation { position -= 1 }
        let isWordStart =
          text.spaceLength(at: position, end: end) == 0
          && (position > start && isBreak(before: position, from: start))
        if isWordStart, label(in: position..<colon.start) != nil { best = position }
      }
      if let best { return best }
      search = colon.end
    }
    return nil
  }

  private func isBreak(before position: Int, from start: Int) -> Bool {
    let byte = text[position - 1]
    if byte.isSpace || byte == 0x7C || byte == 0x09 { return true }
    if position - 3 >= start, text.spaceLength(at: position - 3, end: position) == 3 { return true }
    return position - 2 >= start && text.spaceLength(at: position - 2, end: position) == 2
  }

  private func colon(from start: Int, to end: Int) -> (start: Int, end: Int)? {
    var position = start
    while position < end {
      if position + 18 <= text.count {
        let bytes = text.vector(at: position)
        let wide =
          (bytes .== ByteVector(repeating: 0xEF))
          .& (text.vector(at: position + 2) .== ByteVector(repeating: 0x9A))
        let lane = ByteVector.first(in: wide .| (bytes .== ByteVector(repeating: 0x3A)))
        position += lane
        if lane == 16 { continue }
        guard position < end else { break }
      }
      if text[position] == 0x3A { return (position, position + 1) }
      if text[position] == 0xEF, text.triple(at: position, end: end) == 0xEFBC9A {
        return (position, position + 3)
      }
      position += 1
    }
    return nil
  }

  /// What a label names, its white space, colon and stars left out.
  private func label(in range: Range<Int>) -> Lexicon.Label? {
    guard !range.isEmpty, range.count <= 48 else { return nil }
    var end = range.upperBound
    while end > range.lowerBound {
      let solid = text.trimmingSpace(from: range.lowerBound, to: end)
      guard solid == end else {
        end = solid
        continue
      }
      guard text[end - 1] == 0x2A || text[end - 1] == 0x7C else { break }
      end -= 1
    }
    if end > range.lowerBound, text[end - 1] == 0x3A {
      end -= 1
    } else if end - 3 >= range.lowerBound, text.triple(at: end - 3, end: end) == 0xEFBC9A {
      end -= 3
    }
    var hash = Lexicon.hashSeed
    var position = range.lowerBound
    while position < end {
      let space = text.spaceLength(at: position, end: end)
      let byte = text[position]
      if space == 0, byte != 0x2A, byte != 0x7C {
        hash = Lexicon.hash(hash, byte.isUppercase ? byte | 0x20 : byte)
      }
      position += max(1, space)
    }
    return Lexicon.shared.labels[hash]
  }
}
