/// Puts the stem beside each word.
extension TokenStream {
  /// Appends the stem of the word that was appended last; its term shares the word's bytes where it can.
  @inline(__always)
  mutating func appendStemOfLastWord() {
    guard var token = tokens.last else { return }
    token.kind = .stem
    let start = Int(token.termStart)
    guard stemmedInitials == .max || Self.initial(terms[start]) & stemmedInitials != 0 else {
      return
    }
    let length = Int(token.termLength)
    if length <= StemMemo.wordLimit {
      let entry = stems.entry(ofWordAt: start, in: terms)
      token.termLength = Int32(entry.stemLength)
      if !entry.isPrefix {
        token.termStart = Int32(truncatingIfNeeded: terms.count)
        let place = Int(entry.stem)
        terms.append(contentsOf: stems.bytes[place..<place + Int(entry.stemLength)])
      }
    }
    tokens.append(token)
  }
}
