/// A stretch of an analysed text that a pattern matches, in bytes of that text.
struct TokenMatch: Hashable {
  /// Which pattern.
  var pattern: Int
  /// The bytes from the first token's start to the last one's end.
  var bytes: Range<Int>
}
