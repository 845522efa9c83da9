extension QuotedWords.Fragment {
  /// Where the words of the part stand one after the other in a text, as places of its words.
  func places(in text: ComparedText) -> [Range<Int>] {
    let wanted = self.text.words[words]
    guard let first = wanted.first, wanted.count <= text.words.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(text.words.count - wanted.count) where text.words[start].key == first.key {
      var length = 1
      while length < wanted.count,
        text.words[start + length].key == wanted[wanted.startIndex + length].key
      {
        length += 1
      }
      if length == wanted.count { found.append(start..<start + length) }
    }
    return found
  }

  /// In what form the part differs from the stretch that has its words, the marks at its ends included.
  func forms(at place: Range<Int>, in source: ComparedText) -> Set<FoldedForm> {
    var comparison = FormComparison(text, words, source, place)
    guard let own = text.bytes(ofWords: words), let bytes = source.bytes(ofWords: place) else {
      return comparison.folded
    }
    // A mark at the end of the quotation is the draft's where the source has another there.
    let (lead, trail) = (own.lowerBound, utf8.count - own.upperBound)
    let before = source.utf8[max(0, bytes.lowerBound - lead)..<bytes.lowerBound]
    let after =
      source.utf8[bytes.upperBound..<min(source.utf8.count, bytes.upperBound + trail)]
    comparison.compareGaps(utf8[..<own.lowerBound], before)
    comparison.compareGaps(utf8[own.upperBound...], after)
    return comparison.folded
  }
}
