/// The words of a quotation, cut at its marks of omission: what is looked for in sources.
package struct QuotedWords: Sendable {
  /// A part between marks of omission.
  package struct Fragment: Sendable {
    /// Its words as they stand in the draft, without white space around them.
    package let utf8: [UInt8]
    /// The same as they are compared.
    package let text: ComparedText
    /// Its words without question marks at its ends.
    let words: Range<Int>

    init?(_ utf8: ArraySlice<UInt8>) {
      let trimmed = QuotedWords.trimmed(utf8)
      text = ComparedText(Array(trimmed))
      self.utf8 = text.utf8
      var words = text.words.indices
      while let last = words.last, text.isQuestionMark(last) { words.removeLast() }
      while let first = words.first, text.isQuestionMark(first) { words.removeFirst() }
      guard !words.isEmpty else { return nil }
      self.words = words
    }
  }

  /// The quotation as it is read: without the marks of the draft, lines joined.
  package let text: String
  /// Its parts, in order; empty when it has no word.
  package let fragments: [Fragment]
  /// The whole of it, marks of omission included, for sources that have these marks themselves.
  package let whole: Fragment?
  /// Whether a mark of omission stands within it or at its ends.
  package let hasOmissions: Bool
  /// Whether words in square brackets, or `[sic]`, were taken out.
  package let hasBrackets: Bool
  /// How much it weighs: a Han character three, any other letter or digit, and a blank between words, one.
  package let weight: Int

  /// Cuts a quotation.
  package init(_ text: String) {
    self.text = text
    let utf8 = Array(text.utf8)
    whole = Fragment(utf8[...])
    var omissions = OmissionMarks(utf8)
    let parts = omissions.parts()
    fragments = parts.compactMap(Fragment.init)
    hasOmissions = omissions.count > 0
    hasBrackets = omissions.bracketCount > 0
    var weight = 0
    for fragment in fragments {
      var lastEnd: Int32?
      for word in fragment.text.words[fragment.words] {
        if let lastEnd, word.kind != .han, word.start > lastEnd { weight += 1 }
        weight += word.kind == .han ? 3 : Self.scalarCount(fragment.utf8[word.bytes])
        lastEnd = word.end
      }
    }
    self.weight = weight
  }

  private static func scalarCount(_ utf8: ArraySlice<UInt8>) -> Int {
    utf8.count { $0 & 0xC0 != 0x80 }
  }

  /// The bytes without white space at both ends, the ideographic one included.
  static func trimmed(_ utf8: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = utf8
    while let first = rest.first {
      if first == 0x20 || (0x09...0x0D).contains(first) {
        rest.removeFirst()
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) {
        rest.removeFirst(3)
      } else {
        break
      }
    }
    while let last = rest.last {
      if last == 0x20 || (0x09...0x0D).contains(last) {
        rest.removeLast()
      } else if rest.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) {
        rest.removeLast(3)
      } else {
        break
      }
    }
    return rest
  }
}

extension ComparedText {
  /// Whether a word is a question mark.
  fileprivate func isQuestionMark(_ place: Int) -> Bool {
    words[place].kind == .sign
      && (utf8[words[place].bytes].elementsEqual("?".utf8)
        || utf8[words[place].bytes].elementsEqual("？".utf8))
  }
}
