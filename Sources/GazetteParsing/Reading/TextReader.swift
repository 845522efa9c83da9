internal import GazetteDocument

/// Reads plain text: a line is a paragraph, unless the lines were wrapped.
struct TextReader {
  /// The blocks of a text; the source text is the text itself.
  static func read(_ utf8: consuming [UInt8], _ map: TextMap?) -> ExtractedText {
    var extracted = ExtractedText(utf8: utf8, map: map)
    extracted.blocks = blocks(of: extracted.utf8.span)
    return extracted
  }

  private static func blocks(of text: Span<UInt8>) -> [Block] {
    let lines = TextLine.lines(of: text)
    let wrapping = LineWrapping(text, lines: lines)
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.count)
    var index = 0
    var groupEnd = 0
    var holdsLong = false
    while index < lines.count {
      if index >= groupEnd {
        (groupEnd, holdsLong) = group(in: lines, from: index, text: text)
      }
      let first = lines[index]
      var last = first
      var isOpen = false
      while index + 1 < lines.count,
        wrapping.joins(
          last, to: lines[index + 1], isOpen: isOpen, holdsLong: holdsLong, text: text)
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

  /// The end of the lines up to the next blank one, and whether they look like one paragraph in pieces: one of them is as
  /// long as only paragraphs are, or three and more end nowhere but at the last.
  private static func group(
    in lines: [TextLine], from start: Int, text: Span<UInt8>
  ) -> (end: Int, holdsLong: Bool) {
    var end = start
    var holdsLong = false
    var ended = 0
    repeat {
      holdsLong = holdsLong || lines[end].range.count > 120
      ended += text.endsStatement(lines[end].range) ? 1 : 0
      end += 1
    } while end < lines.count && !lines[end].followsBlank
    let isBroken = end - start > 2 && ended == 1 && text.endsStatement(lines[end - 1].range)
    return (end, holdsLong || isBroken)
  }
}
