/// A place in a source text, counted both in UTF-8 bytes and in Unicode scalars.
///
/// Both counts start at 0 and never fall inside a scalar.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// UTF-8 bytes before this place.
  public var byte: Int
  /// Unicode scalars before this place.
  public var scalar: Int

  /// Creates a position from its two counts, which the caller knows to mean the same place.
  public init(byte: Int, scalar: Int) {
    self.byte = byte
    self.scalar = scalar
  }

  /// The start of every text.
  public static let zero = TextPosition(byte: 0, scalar: 0)

  /// Orders positions as they stand in the text.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    left.byte < right.byte
  }
}
