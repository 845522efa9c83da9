import GazetteDocument

extension CitedPassage {
  /// Up to 32 scalars of the source text on each side of one of the passage's sentences.
  ///
  /// What the passage itself does not hold comes from its own context.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The words before and the words after.
  public func context(of sentence: CitedSentence) -> (prefix: String, suffix: String) {
    let utf8 = Array(text.utf8)
    let start = sentence.sentence.span.start.byte - passage.span.start.byte
    let end = sentence.sentence.span.end.byte - passage.span.start.byte
    guard start >= 0, start <= end, end <= utf8.count else { return ("", "") }
    let before = prefix + String(decoding: utf8[..<start], as: UTF8.self)
    let after = String(decoding: utf8[end...], as: UTF8.self) + suffix
    let count = DocumentRecord.contextScalars
    return (
      String(String.UnicodeScalarView(before.unicodeScalars.suffix(count))),
      String(String.UnicodeScalarView(after.unicodeScalars.prefix(count)))
    )
  }
}
