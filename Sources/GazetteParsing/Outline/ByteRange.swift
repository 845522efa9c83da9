/// A range of bytes of a text in eight bytes, for the many that an outline holds; no text of four gigabytes is read.
struct ByteRange {
  /// The start in the upper half, the end in the lower one: one number, so that what holds several is still copied at once.
  private var bounds: UInt64

  /// Takes a range of a text.
  init(_ range: Range<Int>) {
    bounds =
      UInt64(UInt32(clamping: range.lowerBound)) &<< 32 | UInt64(UInt32(clamping: range.upperBound))
  }

  /// The range.
  var range: Range<Int> {
    unsafe Range(
      uncheckedBounds: (
        Int(truncatingIfNeeded: bounds &>> 32), Int(truncatingIfNeeded: bounds & 0xFFFF_FFFF)
      ))
  }
}
