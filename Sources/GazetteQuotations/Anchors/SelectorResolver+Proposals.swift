import GazetteDocument

extension SelectorResolver {
  /// So many places are proposed.
  private static let mostProposals = 5
  /// So many words are compared of a long stretch.
  private static let mostWords = 512
  /// In longer texts only the very words are looked for, as the words of a text take many times its room.
  private static let longestText = 1 << 23
  /// Less than half of the words is no likeness worth a look.
  private static let leastLikeness = 0.5

  /// The places that a person may choose from: those of the very words, else the stretch that is nearest to them.
  ///
  /// Costs a walk over the text, and where the words do not stand one over its words for every 64 of up to 512 words.
  func proposals(for selector: Selector) -> [SelectorProposal] {
    let sought = SoughtWords(selector)
    let places = exactPlaces(of: sought)
    return places.isEmpty ? nearest(to: selector.exact).map { [$0] } ?? [] : places
  }

  /// The first places of the very words.
  func exactPlaces(of sought: SoughtWords) -> [SelectorProposal] {
    text.places(of: sought.exact, limit: Self.mostProposals).map { place in
      let bytes = place..<place + sought.exact.count
      return SelectorProposal(span: span(of: bytes), text: text.string(in: bytes), likeness: 1)
    }
  }

  private func nearest(to exact: String) -> SelectorProposal? {
    guard text.utf8.count <= Self.longestText else { return nil }
    var numbers: [Substring: UInt32] = [:]
    let wanted = WordDifference.words(of: exact).filter { !Self.isSpace($0) }.prefix(Self.mostWords)
    guard wanted.count > 1 else { return nil }
    let key = WordDifference.numbers(of: Array(wanted), &numbers).map(UInt64.init)
    let whole = text.string(in: 0..<text.utf8.count)
    let words = WordDifference.words(of: whole).filter { !Self.isSpace($0) }
    // Every word that the selector lacks counts alike, so that the table of words stays small.
    let stranger = UInt64.max
    let known = words.map { numbers[$0].map(UInt64.init) ?? stranger }
    guard let match = ApproximateMatch.nearest(to: key, in: known), !match.range.isEmpty else {
      return nil
    }
    let likeness = 1 - Double(match.distance) / Double(max(key.count, match.range.count))
    guard likeness >= Self.leastLikeness else { return nil }
    let start = words[match.range.lowerBound].startIndex
    let end = words[match.range.upperBound - 1].endIndex
    let bytes =
      whole.utf8.distance(
        from: whole.startIndex, to: start)..<whole.utf8.distance(from: whole.startIndex, to: end)
    return SelectorProposal(
      span: span(of: bytes), text: text.string(in: bytes),
      likeness: (likeness * 1_000).rounded() / 1_000)
  }

  private static func isSpace(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map(\.properties.isWhitespace) ?? true
  }
}
