/// A range of bytes of a text in eight bytes, for the many that an outline holds; no text of four gigabytes is read.
struct ByteRange {
  private var start: UInt32
  private var end: UInt32

  /// Takes a range of a text.
  init(_ range: Range<Int>) {
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// The range.
  var range: Range<Int> { unsafe Range(uncheckedBounds: (Int(start), Int(end))) }
}
