public import GazetteDocument

extension CitedPassage {
  /// The mended places within one of the passage's sentences.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The repairs, in the order of the text.
  public func repairs(in sentence: CitedSentence) -> [Repair] {
    let bytes = sentence.sentence.span.bytes
    return repairs.filter {
      bytes.lowerBound <= $0.span.start.byte && $0.span.end.byte <= bytes.upperBound
    }
  }

  /// The words with the damage mended; the source text itself is never changed.
  public var readingText: String {
    CitedPassage.mended(text, from: passage.span.start.byte, with: repairs)
  }

  /// The words of one of the passage's sentences with the damage mended.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The words as they are read.
  public func readingText(of sentence: CitedSentence) -> String {
    CitedPassage.mended(
      sentence.text, from: sentence.sentence.span.start.byte, with: repairs(in: sentence))
  }

  /// Puts the replacements in, the last one first, so that places in front stay where they are.
  private static func mended(_ text: String, from start: Int, with repairs: [Repair]) -> String {
    guard !repairs.isEmpty else { return text }
    var utf8 = Array(text.utf8)
    for repair in repairs.reversed() {
      let range = repair.span.start.byte - start..<repair.span.end.byte - start
      guard range.lowerBound >= 0, range.upperBound <= utf8.count else { continue }
      utf8.replaceSubrange(range, with: repair.replacement.utf8)
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}
