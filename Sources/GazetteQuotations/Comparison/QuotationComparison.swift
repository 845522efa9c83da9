/// Compares a quotation with a stretch of a source: the same bytes, the same words, with marked gaps, or altered.
///
/// What is folded and what never is stands in `MatchingContract`.
package struct QuotationComparison: Sendable {
  let quoted: QuotedWords
  let window: SourceWindow

  /// Prepares to compare.
  package init(_ quoted: QuotedWords, with window: SourceWindow) {
    self.quoted = quoted
    self.window = window
  }

  /// With less in common a quotation and a stretch are not one text.
  package static let leastLikeness = 0.5
  /// With so much in common they are, whatever words it is that they have in common.
  package static let sureLikeness = 0.6

  /// How the quotation stands to the stretch; `nil` when they have too little in common.
  ///
  /// Costs time linear in the stretch for what is there word for word, in the product of both lengths over 64 for what is not.
  ///
  /// - Parameter takesAltered: Whether a stretch counts of which some words differ.
  /// - Returns: The best match, its bytes counted from the beginning of the stretch.
  package func match(takingAltered takesAltered: Bool = true) -> QuotationMatch? {
    if let same = sameBytes() { return same }
    guard !quoted.fragments.isEmpty else { return nil }
    if quoted.fragments.count == 1, let same = sameWords(quoted.fragments[0]) { return same }
    if quoted.fragments.count > 1 {
      let chain = FragmentChain(quoted.fragments, in: window)
      if let elided = chain.elided() { return elided }
      if takesAltered, let broken = chain.broken() { return broken }
    }
    return takesAltered ? altered() : nil
  }

  /// The same bytes, marks of omission and all.
  private func sameBytes() -> QuotationMatch? {
    guard let whole = quoted.whole, let bytes = Self.place(of: whole.utf8, in: window.text.utf8)
    else { return nil }
    return QuotationMatch(grade: .exact, bytes: bytes, fragments: [bytes])
  }

  /// The same words one after the other.
  private func sameWords(_ fragment: QuotedWords.Fragment) -> QuotationMatch? {
    guard let place = fragment.places(in: window.text).first,
      let bytes = window.text.bytes(ofWords: place)
    else { return nil }
    var forms = fragment.forms(at: place, in: window.text)
    if quoted.hasBrackets { forms.insert(.brackets) }
    return QuotationMatch(
      grade: quoted.hasOmissions ? .elided : .normalised, bytes: bytes, fragments: [bytes],
      folded: forms)
  }

  /// Where some bytes stand first.
  static func place(of wanted: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first, wanted.count <= text.count else { return nil }
    return wanted.withUnsafeBufferPointer { wanted in
      text.withUnsafeBufferPointer { text in
        var at = 0
        let last = text.count - wanted.count
        while at <= last {
          if text[at] == first {
            var length = 1
            while length < wanted.count, text[at + length] == wanted[length] { length += 1 }
            if length == wanted.count { return at..<at + length }
          }
          at += 1
        }
        return nil
      }
    }
  }
}

extension QuotationComparison {
  // MARK: Altered words

  /// The stretch that has most of the words.
  private func altered() -> QuotationMatch? {
    let keys = window.text.stemKeys()
    var fragments: [Range<Int>] = []
    var differences: [QuotationDifference] = []
    var (shared, count) = (0, 0)
    var from = 0
    for fragment in quoted.fragments {
      let wanted = Array(fragment.text.stemKeys()[fragment.words])
      guard
        let found = ApproximateMatch.nearest(to: wanted, in: Array(keys[from...]))
          ?? ApproximateMatch.nearest(to: wanted, in: keys).map({
            ApproximateMatch(
              range: $0.range.lowerBound - from..<$0.range.upperBound - from, distance: $0.distance)
          })
      else { return nil }
      let range = found.range.lowerBound + from..<found.range.upperBound + from
      let reader = DifferenceReader(draft: fragment.text, source: window.text)
      let read = reader.differences(fragment.words, range)
      differences += read.found
      shared += max(0, max(wanted.count, range.count) - found.distance)
      count += max(wanted.count, range.count)
      if let bytes = window.text.bytes(ofWords: range) { fragments.append(bytes) }
      from = max(from, range.upperBound)
    }
    let likeness = count == 0 ? 0 : Double(shared) / Double(count)
    if likeness >= Self.leastLikeness, let whole = Self.hull(fragments) {
      return QuotationMatch(
        grade: .altered, bytes: whole, fragments: fragments, differences: differences,
        likeness: likeness)
    }
    return quoted.fragments.count == 1 ? shortened(quoted.fragments[0]) : nil
  }

  /// A passage from which words were left out without a mark: nearly all of the quotation stands in it in few pieces.
  private func shortened(_ fragment: QuotedWords.Fragment) -> QuotationMatch? {
    let words = window.text.words
    var best: QuotationMatch?
    for passage in window.passages {
      let places = words.indices.filter { passage.contains(words[$0].bytes.lowerBound) }
      guard let first = places.first, let last = places.last else { continue }
      let reader = DifferenceReader(draft: fragment.text, source: window.text)
      let alignment = reader.alignment(fragment.words, first..<last + 1)
      guard let range = alignment.tightened,
        Double(alignment.shared) >= Self.leastShared * Double(fragment.words.count),
        alignment.pieces <= max(2, fragment.words.count / 8)
      else { continue }
      let likeness = Double(alignment.shared) / Double(max(range.count, fragment.words.count))
      guard likeness > best?.likeness ?? 0.2, let bytes = window.text.bytes(ofWords: range) else {
        continue
      }
      best = QuotationMatch(
        grade: .altered, bytes: bytes, fragments: [bytes],
        differences: reader.differences(fragment.words, range).found, likeness: likeness)
    }
    return best
  }

  /// So much of a shortened quotation must stand in the passage.
  private static let leastShared = 0.85

  static func hull(_ ranges: [Range<Int>]) -> Range<Int>? {
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max()
    else {
      return nil
    }
    return start..<end
  }
}
