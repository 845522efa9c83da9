/// Cuts text into sentences, in Chinese and in English, over its UTF-8.
///
/// A sentence ends after `。！？｡`, an ellipsis that closes it, or `.`, `!`, `?`, together with the closing quotes and
/// brackets behind. It never ends inside 《》, in a number (3.14), after an abbreviation (Mr., No. 5, e.g.), an initial or
/// a list numeral at its own start (`1.`); `；` does not end it. A stretch without letters or digits is no sentence of
/// its own and joins its neighbour.
public struct SentenceSplitter: Sendable {
  /// Whether a line break ends a sentence: true but for text whose lines were wrapped by a machine.
  public var breaksAtLineEnds: Bool

  /// Creates a splitter.
  public init(breaksAtLineEnds: Bool = true) {
    self.breaksAtLineEnds = breaksAtLineEnds
  }

  /// The sentences of a text as ranges of its UTF-8 bytes, in order and without the white space around them.
  public func sentences(in text: String) -> [Range<Int>] {
    let utf8 = Array(text.utf8)
    var found: [Range<Int>] = []
    appendSentences(of: utf8.span, TextMap(utf8.span), in: 0..<utf8.count, to: &found)
    return found
  }

  /// Appends the sentences of a stretch of valid UTF-8 to a list.
  ///
  /// The ranges count in the whole text, are ordered and disjoint, and cover the stretch but for white space. Costs one
  /// pass and no allocation beyond the list's.
  ///
  /// - Parameters:
  ///   - text: The text as valid UTF-8.
  ///   - map: The map of this text.
  ///   - range: The stretch, which must begin and end at scalars.
  ///   - sentences: The list to append to.
  package func appendSentences(
    of text: Span<UInt8>, _ map: TextMap, in range: Range<Int>, to sentences: inout [Range<Int>]
  ) {
    let first = sentences.count
    var scan = SentenceScan(range: range, breaksAtLineEnds: breaksAtLineEnds)
    while let sentence = scan.next(text, map) {
      // A stretch of mere signs goes with the sentence before it, else with the one after it.
      if sentences.count > first, let last = sentences.last {
        if !text.hasWord(in: sentence)
          || (sentences.count == first + 1 && !text.hasWord(in: last))
        {
          sentences[sentences.count - 1] = last.lowerBound..<sentence.upperBound
          continue
        }
      }
      sentences.append(sentence)
    }
  }
}
