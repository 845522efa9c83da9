/// Text to tokens, the same way for what is indexed and for what is asked.
///
/// One scan over the bytes folds the text, splits it into runs of one script, and cuts each run:
///
/// - **Words** are runs of letters of any alphabet, with an apostrophe between two letters kept (`don't`).
/// - **Numbers** are runs of digits; a full stop between two digits is kept (`12.8`), commas that group digits by three
///   are dropped (`1,000` is `1000`).
/// - **Han characters** are atoms one by one, and each pair of neighbours is a bigram. White space and one line break
///   between two Han characters are layout and do not part them, nor does the dot inside a personal name; other
///   punctuation and a second line break do.
///
/// Every atom takes one position, and positions count on across punctuation and lines, so that two sentences read
/// together are one phrase. Words and numbers that touch (`G20`, `covid19`) have their own atoms and one `compound` for
/// the whole. Between them and a Han character that they touch (`国发34号`) there is no compound: the phrase of the
/// atoms is the whole. Beside every word stands its stem.
///
/// No term is longer than `termLimit` bytes; a longer word is cut into several, each an atom of its own. The time is
/// linear in the text, whatever it holds. Bytes that are no UTF-8 count as punctuation.
///
/// That is `standard`. The other analyzer, `plain`, is what search engines commonly begin with, and serves to measure
/// against them: lower-cased runs of letters and digits, the bigrams of each Han run (a run of one character as itself),
/// nothing else; every token takes a position.
package struct Analyzer: Sendable {
  /// How the text is cut.
  private enum Method: Sendable { case standard, plain }

  /// The most bytes that a term has.
  package static let termLimit = 255
  /// The most bytes that one text may have.
  package static let textLimit = 1 << 28

  /// The analyzer for mixed Chinese and English, used for every text field.
  package static let standard = Analyzer(name: "standard", version: 1, method: .standard)
  /// Lower case, split at what is no letter or digit; Han bigrams.
  package static let plain = Analyzer(name: "plain", version: 1, method: .plain)

  /// The name under which an index notes the analyzer.
  package let name: String
  /// Raised when the same text would yield other tokens.
  package let version: Int
  private let method: Method

  /// Appends the tokens of a text to the stream (in order of position; at one position: atom, bigram, compound, stem).
  ///
  /// Positions go on from the stream's; byte ranges are within the text. A text has at most `textLimit` bytes.
  package func analyze(_ utf8: UnsafeBufferPointer<UInt8>, into stream: inout TokenStream) {
    precondition(utf8.count <= Self.textLimit, "a text of a field is at most 256 MiB long")
    switch method {
    case .standard:
      var runs = unsafe ScriptRuns(utf8, table: .standard)
      runs.tokenize(into: &stream)
    case .plain:
      unsafe stream.appendPlain(utf8)
    }
  }

  /// Appends the tokens of a text to the stream.
  package func analyze(_ utf8: ArraySlice<UInt8>, into stream: inout TokenStream) {
    unsafe utf8.withUnsafeBufferPointer { unsafe analyze($0, into: &stream) }
  }
}
