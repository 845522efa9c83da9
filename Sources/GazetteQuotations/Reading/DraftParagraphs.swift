/// Cuts the source text of a draft into paragraphs as they are read.
///
/// In Markdown and plain text lines up to a blank one are a paragraph, and those behind `>` are block quotations; in other forms
/// each line of the extracted text is a paragraph, and the reader of the form says which are quotations. Code is left out.
struct DraftParagraphs {
  private let utf8: [UInt8]
  private let isMarkdown: Bool
  private let hasLines: Bool
  private let quoted: [Range<Int>]
  private(set) var paragraphs: [DraftParagraph] = []
  /// The notes of Markdown by their names.
  private(set) var notes: [String: String] = [:]
  private var current = DraftParagraph()
  private var fence: [UInt8]?
  /// How many empty lines went before, each of which ends a block quotation.
  private var blockCount = 0

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - utf8: The source text.
  ///   - isMarkdown: Whether it is Markdown.
  ///   - hasLines: Whether a paragraph runs over lines, as in Markdown and plain text.
  ///   - quoted: The block quotations of other forms, as bytes.
  init(_ utf8: [UInt8], isMarkdown: Bool, hasLines: Bool, quoted: [Range<Int>]) {
    self.utf8 = utf8
    self.isMarkdown = isMarkdown
    self.hasLines = hasLines
    self.quoted = quoted
    var start = 0
    while start < utf8.count {
      let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
      readLine(start..<end)
      start = end + 1
    }
    close()
  }

  private mutating func close() {
    if current.utf8.contains(where: { $0 > 0x20 }) { paragraphs.append(current) }
    current = DraftParagraph()
  }

  private mutating func readLine(_ line: Range<Int>) {
    guard hasLines else {
      close()
      let block = quoted.lastIndex {
        $0.lowerBound <= line.lowerBound && line.upperBound <= $0.upperBound
      }
      current.depth = block != nil && !line.isEmpty ? 1 : 0
      current.block = block
      append(line)
      if current.depth == 0 {
        current.quoted = quoted.filter {
          line.lowerBound <= $0.lowerBound && $0.upperBound <= line.upperBound
        }
        .map { $0.lowerBound - line.lowerBound..<$0.upperBound - line.lowerBound }
      }
      return close()
    }
    let (depth, start) = markers(line)
    let content = trimmedEnd(start..<line.upperBound)
    if isMarkdown, readFence(content) { return }
    guard !content.isEmpty else {
      // A line without the mark ends a block quotation; the next one is another.
      if depth == 0 { blockCount += 1 }
      return close()
    }
    if depth != current.depth || startsBlock(content) { close() }
    if isMarkdown, readNote(content) { return }
    current.depth = depth
    current.block = depth > 0 ? blockCount : nil
    append(content)
    if isMarkdown, utf8[content.lowerBound] == 0x23 { close() }
  }

  /// How many marks of block quotations a line begins with, and where its words begin.
  private func markers(_ line: Range<Int>) -> (depth: Int, start: Int) {
    var at = line.lowerBound
    var depth = 0
    while at < line.upperBound {
      var next = at
      while next < line.upperBound, utf8[next] == 0x20 || utf8[next] == 0x09 { next += 1 }
      guard next < line.upperBound, utf8[next] == 0x3E else { return (depth, next) }
      depth += 1
      at = next + 1
    }
    return (depth, at)
  }

  private func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, utf8[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Passes over code between fences.
  private mutating func readFence(_ content: Range<Int>) -> Bool {
    let mark = utf8[content].prefix { $0 == 0x60 || $0 == 0x7E }
    if let open = fence {
      if mark.count >= open.count, mark.first == open.first, mark.count == content.count {
        fence = nil
      }
      return true
    }
    guard mark.count >= 3 else { return false }
    close()
    fence = Array(mark)
    return true
  }

  /// Whether a line begins a heading, an item or a table row: no line before it goes on in it.
  private func startsBlock(_ content: Range<Int>) -> Bool {
    let line = utf8[content]
    guard let first = line.first else { return false }
    if first == 0x23 || first == 0x7C { return true }
    let second = line.dropFirst().first
    if first == 0x2D || first == 0x2A || first == 0x2B { return second == 0x20 }
    let digits = line.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty, digits.count < 4 else { return false }
    let behind = line.dropFirst(digits.count).prefix(2)
    return behind.elementsEqual([0x2E, 0x20]) || behind.elementsEqual([0x29, 0x20])
  }

  /// Takes the definition of a note: `[^1]: …`.
  private mutating func readNote(_ content: Range<Int>) -> Bool {
    let line = utf8[content]
    guard line.starts(with: [0x5B, 0x5E]), let close = line.firstIndex(of: 0x5D),
      close + 1 < content.upperBound, utf8[close + 1] == 0x3A
    else { return false }
    let name = String(decoding: utf8[content.lowerBound + 2..<close], as: UTF8.self)
    notes[name] = String(decoding: utf8[(close + 2)..<content.upperBound], as: UTF8.self)
    return true
  }

  /// Adds a line to the paragraph.
  private mutating func append(_ content: Range<Int>) {
    guard let first = content.first else { return }
    current.joinLine(beginning: utf8[first], at: first)
    if isMarkdown {
      var line = MarkdownLine(utf8, content)
      line.append(to: &current)
    } else {
      for place in content { current.append(utf8[place], at: place) }
    }
  }
}
