extension [TermReader.Atom] {
  /// Which atoms touch some bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, counted as `start` is.
  ///   - start: Where the text of the atoms begins.
  /// - Returns: Their places; `nil` where none does.
  func places(of bytes: Range<Int>, from start: Int) -> Range<Int>? {
    let range = bytes.lowerBound - start..<bytes.upperBound - start
    let inside = indices.filter { self[$0].range.overlaps(range) }
    return inside.first.flatMap { first in inside.last.map { first..<$0 + 1 } }
  }
}
