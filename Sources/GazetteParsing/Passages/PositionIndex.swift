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

  /// The place that a byte offset means, counted on from one before it when that is near.
  func position(of byte: Int, behind known: TextPosition, in text: Span<UInt8>) -> TextPosition {
    if counts.isEmpty { return TextPosition(byte: byte, scalar: byte) }
    let start = known.byte
    if byte == start { return known }
    guard start <= byte, byte &- start < 4 * PositionIndex.step else {
      return position(of: byte, in: text)
    }
    return TextPosition(
      byte: byte,
      scalar: known.scalar + PositionIndex.scalars(text, from: start, to: byte))
  }

  /// The stretch that a range of bytes means.
  func span(of range: Range<Int>, in text: Span<UInt8>) -> TextSpan {
    TextSpan(
      start: position(of: range.lowerBound, in: text), end: position(of: range.upperBound, in: text)
    )
  }

  /// The scalars that begin in a range: its bytes that are no continuation bytes, counted sixteen at a step.
  static func scalars(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start >= 0, start < end, end <= text.count else { return 0 }
    var position = start
    var continuations = 0
    while position + 16 <= end {
      // A lane holds the count of up to 16 looks, eight lanes that of 128: no sum overflows a byte.
      let stop = min(end - 15, position + 256)
      var counts = ByteVector()
      while position < stop {
        counts &-= continues(text, at: position)
        position &+= 16
      }
      continuations &+= ByteVector.sum(counts)
    }
    if position < end {
      if end >= 16 {
        // The last sixteen bytes once more, without those that have been counted.
        let first = UInt8(truncatingIfNeeded: 16 &- (end &- position))
        let isNew = ByteVector.bytes(of: places .>= ByteVector(repeating: first))
        continuations &+= ByteVector.sum(ByteVector() &- (continues(text, at: end &- 16) & isNew))
      } else {
        for index in position..<end where text[index].isContinuation { continuations &+= 1 }
      }
    }
    return end - start - continuations
  }

  @inline(__always)
  private static var places: ByteVector {
    ByteVector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  }

  /// 255 for each of sixteen bytes that continues a scalar: as signed numbers they are the lowest 64.
  @inline(__always)
  private static func continues(_ text: Span<UInt8>, at position: Int) -> ByteVector {
    ByteVector.bytes(
      of: (text.vector(at: position) & ByteVector(repeating: 0xC0))
        .== ByteVector(repeating: 0x80))
  }
}
