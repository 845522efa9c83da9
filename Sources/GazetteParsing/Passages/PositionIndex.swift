internal import GazetteDocument

/// Turns byte offsets of a text into scalar offsets: a count of scalars for every 256 bytes, and a look at the rest.
///
/// Building it reads the text once, at memory speed; a look-up reads at most 255 bytes.
struct PositionIndex {
  private static let step = 256
  /// The scalars before each multiple of 256 bytes; empty when the text is ASCII and both counts agree.
  private let counts: [UInt32]

  init(_ text: Span<UInt8>) {
    var counts: [UInt32] = []
    counts.reserveCapacity(text.count / PositionIndex.step + 1)
    var total: UInt32 = 0
    var position = 0
    while position < text.count {
      counts.append(total)
      let end = min(position + PositionIndex.step, text.count)
      total &+= UInt32(truncatingIfNeeded: PositionIndex.scalars(text, from: position, to: end))
      position = end
    }
    self.counts = Int(total) == text.count ? [] : counts
  }

  /// The place that a byte offset means; the offset must begin a scalar or be the count.
  func position(of byte: Int, in text: Span<UInt8>) -> TextPosition {
    guard !counts.isEmpty else { return TextPosition(byte: byte, scalar: byte) }
    let block = min(byte / PositionIndex.step, counts.count - 1)
    let rest = PositionIndex.scalars(text, from: block * PositionIndex.step, to: byte)
    return TextPosition(byte: byte, scalar: Int(counts[block]) + rest)
  }

  /// The stretch that a range of bytes means.
  func span(of range: Range<Int>, in text: Span<UInt8>) -> TextSpan {
    TextSpan(
      start: position(of: range.lowerBound, in: text), end: position(of: range.upperBound, in: text)
    )
  }

  /// The scalars that begin in a range: its bytes that are no continuation bytes, counted eight at a step.
  static func scalars(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end, end <= text.count else { return 0 }
    let raw = unsafe text.bytes
    var position = start
    var continuations = 0
    while position + 8 <= end {
      let word = unsafe raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt64.self)
      // A continuation byte has its highest bit set and the next one clear.
      continuations &+= (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      position &+= 8
    }
    while position < end {
      if unsafe raw.unsafeLoad(fromUncheckedByteOffset: position, as: Int8.self) < -64 {
        continuations &+= 1
      }
      position &+= 1
    }
    return end - start - continuations
  }
}
