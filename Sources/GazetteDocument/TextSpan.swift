/// A stretch of a source text: its first position, and the position after its last scalar.
public struct TextSpan: Sendable, Hashable {
  /// Where the stretch begins.
  public var start: TextPosition
  /// Where the stretch has ended.
  public var end: TextPosition

  /// Creates a span; `end` must not lie before `start`.
  @inlinable public init(start: TextPosition, end: TextPosition) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// The same stretch as a range of UTF-8 bytes.
  @inlinable public var bytes: Range<Int> { start.byte..<end.byte }

  /// The same stretch as a range of Unicode scalars.
  @inlinable public var scalars: Range<Int> { start.scalar..<end.scalar }

  /// Whether the stretch holds nothing.
  @inlinable public var isEmpty: Bool { start.byte == end.byte }
}
