private import CTextMap

extension Span where Element == UInt8 {
  /// The first place of a word in a range, 64 places at a step; `nil` when it stands nowhere.
  ///
  /// - Parameters:
  ///   - word: The word, of one byte or more.
  ///   - other: What its last byte may be instead; `nil` for nothing.
  ///   - range: Where to look; it must lie within the span.
  /// - Returns: Where the word begins.
  package func place(
    ofWord word: StaticString, orEnding other: UInt8? = nil, in range: Range<Int>
  ) -> Int? {
    let length = word.utf8CodeUnitCount
    return unsafe place(
      ofWord: UnsafeBufferPointer(start: word.utf8Start, count: length), orEnding: other, in: range)
  }

  /// The same for a word that is not known when the program is compiled.
  package func place(ofWord word: [UInt8], in range: Range<Int>) -> Int? {
    unsafe word.withUnsafeBufferPointer { unsafe place(ofWord: $0, orEnding: nil, in: range) }
  }

  private func place(
    ofWord word: UnsafeBufferPointer<UInt8>, orEnding other: UInt8?, in range: Range<Int>
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the text")
    guard let start = word.baseAddress, let last = unsafe word.last else { return nil }
    let found = unsafe withUnsafeBufferPointer { buffer in
      unsafe gazette_find_word(
        buffer.baseAddress, range.lowerBound, range.upperBound, start, word.count, other ?? last)
    }
    return found < range.upperBound ? found : nil
  }
}
