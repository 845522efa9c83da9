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
      start: position(of: range.lowerBound, in: text), end: position(of: range.upperBound, in: text))
  }

  /// The scalars that begin in a range: its bytes that are no continuation bytes.
  static func scalars(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = unsafe text.bytes
    var position = start
    var count = 0
    let one = SIMD32<UInt8>(repeating: 1)
    while position + 32 <= end {
      var lanes = SIMD32<UInt8>(repeating: 0)
      var rounds = 0
      while position + 32 <= end, rounds < 255 {
        let block = unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: SIMD32<Int8>.self)
        lanes.replace(with: lanes &+ one, where: block .> -65)
        position += 32
        rounds += 1
      }
      var sum = 0
      for lane in 0..<32 { sum += Int(lanes[lane]) }
      count += sum
    }
    while position < end {
      if unsafe raw.unsafeLoad(fromUncheckedByteOffset: position, as: Int8.self) > -65 { count += 1 }
      position += 1
    }
    return count
  }
}
