public import GazetteDocument

extension CitedPassage {
  /// The damaged places within one of the passage's sentences.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The entries of the ledger, in the order of the text.
  public func repairs(in sentence: CitedSentence) -> [Repair] {
    let bytes = sentence.sentence.span.bytes
    return repairs.filter {
      bytes.lowerBound <= $0.span.start.byte && $0.span.end.byte <= bytes.upperBound
    }
  }

  /// The warnings that go with one of the passage's sentences: those of its own damaged places, and those that the
  /// passage carries as a whole.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The warnings.
  public func flags(of sentence: CitedSentence) -> Set<PassageFlag> {
    let bytes = sentence.sentence.span.bytes
    var flags = passage.flags.subtracting(repairs.compactMap(\.flag))
    for repair in repairs where repair.span.bytes.overlaps(bytes) {
      if let flag = repair.flag { flags.insert(flag) }
    }
    return flags
  }

  /// The words with the damage mended, with the way back to the source text, which itself is never changed.
  public var reading: ReadingText {
    ReadingText(text.utf8, source: passage.span, repairs: repairs)
  }

  /// The words with the damage mended.
  public var readingText: String { repairs.isEmpty ? text : reading.string }

  /// The words of one of the passage's sentences with the damage mended.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The words as they are read.
  public func readingText(of sentence: CitedSentence) -> String {
    guard !repairs.isEmpty else { return sentence.text }
    return ReadingText(
      sentence.text.utf8, source: sentence.sentence.span, repairs: repairs(in: sentence)
    ).string
  }
}
