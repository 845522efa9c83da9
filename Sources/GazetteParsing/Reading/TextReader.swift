internal import GazetteDocument

/// Reads plain text: a line is a paragraph, unless the lines were wrapped.
struct TextReader {
  /// The blocks of a text; the source text is the text itself.
  static func read(_ utf8: consuming [UInt8]) -> ExtractedText {
    var extracted = ExtractedText(utf8: utf8)
    extracted.blocks = blocks(of: extracted.utf8.span)
    return extracted
  }

  private static func blocks(of text: Span<UInt8>) -> [Block] {
    let lines = TextLine.lines(of: text)
    let wrapping = LineWrapping(text, lines: lines)
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      let first = lines[index]
      var last = first
      var isOpen = false
      while index + 1 < lines.count,
        wrapping.joins(last, to: lines[index + 1], isOpen: isOpen, text: text)
      {
        index += 1
        last = lines[index]
        isOpen = true
      }
      let endsGroup = index + 1 == lines.count || lines[index + 1].followsBlank
      var block = Block(
        kind: .paragraph, range: first.range.lowerBound..<last.range.upperBound)
      block.isWrapped = isOpen
      block.standsAlone =
        !wrapping.isBlankSeparated && wrapping.width == nil || (first.followsBlank && endsGroup)
      blocks.append(block)
      index += 1
    }
    return blocks
  }
}
