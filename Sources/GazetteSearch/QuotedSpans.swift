/// The stretches of a text that stand in quotation marks, in title marks or in the brackets of a document number.
enum QuotedSpans {
  private static let closers: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "〔": "〕", "【": "】",
    "\"": "\"", "＂": "＂",
  ]

  /// The outermost pairs, marks included, in bytes of the text; a mark without a partner counts for nothing.
  ///
  /// - Parameter text: The text.
  /// - Returns: The spans, in the order in which they end.
  static func spans(in text: String) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var open: [(closer: Unicode.Scalar, start: Int)] = []
    var byte = 0
    for scalar in text.unicodeScalars {
      let end = byte + String(scalar).utf8.count
      if let place = open.lastIndex(where: { $0.closer == scalar }) {
        // What was opened inside and not closed was none.
        spans.append(open[place].start..<end)
        open.removeSubrange(place...)
      } else if let closer = closers[scalar] {
        open.append((closer, byte))
      }
      byte = end
    }
    return spans
  }
}
