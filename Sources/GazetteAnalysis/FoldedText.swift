/// A text folded for matching, with the range of the original that each scalar stands for.
package struct FoldedText: Sendable, Hashable {
  /// One scalar of the fold.
  package struct Scalar: Sendable, Hashable {
    /// Where it begins in `utf8`.
    package var offset: Int32
    /// Its first byte in the original.
    package var start: Int32
    /// The byte after its last in the original.
    package var end: Int32
  }

  /// The folded text.
  package var utf8: [UInt8] = []
  /// Its scalars; the ranges rise and fall on scalar boundaries of the original, and the scalars of one fold share one.
  package var scalars: [Scalar] = []

  /// The bytes of the original that a range of scalars stands for; empty for an empty range.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(scalars[first].start)..<Int(scalars[last].end)
  }
}
