/// A place in a source text, counted both in UTF-8 bytes and in Unicode scalars.
///
/// Both counts start at 0 and never fall inside a scalar. They are kept in 32 bits each, since a document has thousands
/// of them; no text of four gigabytes or more is read.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// The bytes in the upper half, the scalars in the lower one: one number to copy and to compare.
  @usableFromInline var counts: UInt64

  /// UTF-8 bytes before this place.
  @inlinable public var byte: Int {
    get { Int(truncatingIfNeeded: counts &>> 32) }
    set { counts = UInt64(UInt32(clamping: newValue)) &<< 32 | counts & 0xFFFF_FFFF }
  }

  /// Unicode scalars before this place.
  @inlinable public var scalar: Int {
    get { Int(truncatingIfNeeded: counts & 0xFFFF_FFFF) }
    set { counts = counts & ~0xFFFF_FFFF | UInt64(UInt32(clamping: newValue)) }
  }

  /// Creates a position from its two counts, which the caller knows to mean the same place.
  @inlinable public init(byte: Int, scalar: Int) {
    self.init(uncheckedByte: UInt32(clamping: byte), scalar: UInt32(clamping: scalar))
  }

  /// Creates a position in a text that is known to be short enough for 32 bits.
  @inlinable @inline(__always)
  package init(uncheckedByte byte: UInt32, scalar: UInt32) {
    counts = UInt64(byte) &<< 32 | UInt64(scalar)
  }

  /// The start of every text.
  public static let zero = TextPosition(byte: 0, scalar: 0)

  /// Orders positions as they stand in the text.
  @inlinable public static func < (left: TextPosition, right: TextPosition) -> Bool {
    left.counts < right.counts
  }
}
