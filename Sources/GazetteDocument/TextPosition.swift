/// A place in a source text, counted both in UTF-8 bytes and in Unicode scalars.
///
/// Both counts start at 0 and never fall inside a scalar. They are kept in 32 bits each, since a document has thousands
/// of them; no text of four gigabytes or more is read.
public struct TextPosition: Sendable, Hashable, Comparable {
  @usableFromInline var storedByte: UInt32
  @usableFromInline var storedScalar: UInt32

  /// UTF-8 bytes before this place.
  @inlinable public var byte: Int {
    get { Int(storedByte) }
    set { storedByte = UInt32(clamping: newValue) }
  }

  /// Unicode scalars before this place.
  @inlinable public var scalar: Int {
    get { Int(storedScalar) }
    set { storedScalar = UInt32(clamping: newValue) }
  }

  /// Creates a position from its two counts, which the caller knows to mean the same place.
  @inlinable public init(byte: Int, scalar: Int) {
    storedByte = UInt32(clamping: byte)
    storedScalar = UInt32(clamping: scalar)
  }

  /// The start of every text.
  public static let zero = TextPosition(byte: 0, scalar: 0)

  /// Orders positions as they stand in the text.
  @inlinable public static func < (left: TextPosition, right: TextPosition) -> Bool {
    left.storedByte < right.storedByte
  }
}
