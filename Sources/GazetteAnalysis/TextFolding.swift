/// Folds text for matching: what is written differently and read alike becomes the same bytes.
///
/// Letter case, full width, accents, ligatures, enclosed numerals and other compatibility forms (NFKC), digits of all
/// scripts, Traditional characters, CJK radicals, curly quotes and dashes; invisible scalars vanish. Between Han digits
/// ○, ◯, O and 0 are a zero, and 〇 is 零 everywhere. Folding a folded text changes nothing. Only for matching, never
/// for showing.
package enum TextFolding {
  /// The fold of a text of at most 2 GiB, in linear time; at most 18 scalars for each of the text's.
  ///
  /// Bytes that are no UTF-8 become U+FFFD.
  package static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> FoldedText {
    precondition(utf8.count <= Int(Int32.max), "a text to fold is at most 2 GiB long")
    var cursor = unsafe FoldingCursor(utf8, table: .standard)
    var folded = FoldedText()
    folded.utf8.reserveCapacity(utf8.count)
    while let scalar = cursor.next() {
      folded.scalars.append(
        FoldedText.Scalar(
          offset: Int32(truncatingIfNeeded: folded.utf8.count),
          start: Int32(truncatingIfNeeded: scalar.start),
          end: Int32(truncatingIfNeeded: scalar.end)))
      UTF8Decoding.append(scalar.value, to: &folded.utf8)
    }
    return folded
  }

  /// The fold of a text.
  package static func fold(_ utf8: [UInt8]) -> FoldedText {
    unsafe utf8.withUnsafeBufferPointer { unsafe fold($0) }
  }
}
