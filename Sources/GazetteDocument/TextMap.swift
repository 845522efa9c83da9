private import CTextMap

/// Where the lines of a text end, where its sentences may end and where its scalars begin: one bit a byte.
///
/// One pass at sixteen bytes a step makes it, and every later stage asks it instead of reading the text again.
@usableFromInline package struct TextMap: Sendable {
  /// What is known of 64 bytes, the first one in the lowest bit; laid out as `gazette_text_row`.
  @usableFromInline struct Row: Sendable {
    @usableFromInline let lineEnds: UInt64
    @usableFromInline let signs: UInt64
    @usableFromInline let starts: UInt64
    @usableFromInline let before: UInt64
  }

  /// A row for every 64 bytes, the last one with what is left of the text.
  @usableFromInline let rows: [Row]
  /// The bytes of the text.
  @usableFromInline let count: Int
  /// Where to begin to look for broken UTF-8: all before is well-formed but for its last scalar; `nil` when all is.
  package let firstDoubt: Int?
  /// Whether a control character stands in the text that is no line end.
  package let hasControls: Bool
  /// Whether a closing square bracket stands in the text.
  package let hasBrackets: Bool

  /// Reads a text once.
  package init(_ text: Span<UInt8>) {
    let count = text.count
    var facts = gazette_text_facts()
    let rowCount = count / 64 + 1
    rows = unsafe [Row](unsafeUninitializedCapacity: rowCount) { target, made in
      guard let first = target.baseAddress else { return }
      facts = unsafe text.withUnsafeBufferPointer { buffer in
        unsafe first.withMemoryRebound(to: gazette_text_row.self, capacity: rowCount) {
          unsafe gazette_map_text(buffer.baseAddress, count, $0)
        }
      }
      made = rowCount
    }
    self.count = count
    hasControls = facts.has_controls != 0
    hasBrackets = facts.has_brackets != 0
    let doubt = Int(facts.first_doubt)
    // Bytes may be missing behind the last lead.
    let isOpen = count > 0 && text[count - 1] >= 0xC0 || count > 1 && text[count - 2] >= 0xE0
    firstDoubt = doubt < count ? doubt : isOpen ? Swift.max(0, count - 64) : nil
  }

  /// The place of the next line feed or carriage return at or after a place, or the count.
  @inlinable package func lineEnd(from start: Int) -> Int {
    guard start < count else { return count }
    var row = start >> 6
    var bits = rows[row].lineEnds & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
    while bits == 0 {
      row &+= 1
      guard row &<< 6 < count else { return count }
      bits = rows[row].lineEnds
    }
    return row &<< 6 &+ bits.trailingZeroBitCount
  }

  /// The next place before `end` at or after a place where a sentence could end, or `end`.
  @inlinable package func sign(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    var row = start >> 6
    var bits = rows[row].signs & (~0 &<< UInt64(truncatingIfNeeded: start & 63))
    while bits == 0 {
      row &+= 1
      guard row &<< 6 < end else { return end }
      bits = rows[row].signs
    }
    return Swift.min(end, row &<< 6 &+ bits.trailingZeroBitCount)
  }

  /// The place that a byte offset means; the offset must begin a scalar or be the count.
  @inlinable @inline(__always) package func position(of byte: Int) -> TextPosition {
    let row = rows[byte >> 6]
    let before = row.starts & ((1 &<< UInt64(truncatingIfNeeded: byte & 63)) &- 1)
    return TextPosition(
      uncheckedByte: UInt32(truncatingIfNeeded: byte),
      scalar: UInt32(truncatingIfNeeded: row.before &+ UInt64(before.nonzeroBitCount)))
  }

  /// The stretch that a range of bytes means.
  @inlinable @inline(__always) package func span(of range: Range<Int>) -> TextSpan {
    TextSpan(start: position(of: range.lowerBound), end: position(of: range.upperBound))
  }
}
