/// The tokens of one or several texts, with the bytes of their terms.
///
/// A stream is filled by `Analyzer.analyze(_:into:)`, read, emptied and filled again; it keeps its memory and the stems
/// it has learned. It is used by one thread at a time.
package struct TokenStream {
  /// The tokens in order of position; at one position atom, bigram, compound, stem.
  package var tokens: [Token] = []
  /// The bytes of the terms, folded, in UTF-8; tokens may share bytes.
  package var terms: [UInt8] = []
  /// How many positions the texts took: the position that the next atom gets.
  package var positionCount: Int32 = 0

  /// The stems of the words met so far.
  var stems = StemMemo()
  /// One bit for each letter with which a word can begin whose stem is asked for, and one for all other beginnings.
  var stemmedInitials: UInt32 = .max

  /// Creates an empty stream.
  package init() {}

  /// Creates an empty stream that will be searched for some stems: words that cannot have one of these get none.
  ///
  /// - Parameter wanted: The stems.
  package init(findingStems wanted: [[UInt8]]) {
    stemmedInitials = 0
    for stem in wanted { stemmedInitials |= Self.initial(stem.first ?? 0) }
  }

  /// The bit of a first byte: the stemmer leaves the first letter of a word as it is.
  @inline(__always)
  static func initial(_ byte: UInt8) -> UInt32 {
    let letter = byte &- UInt8(ascii: "a")
    return 1 << (letter < 26 ? UInt32(letter) : 26)
  }

  /// Forgets the tokens and their terms; keeps the memory and the stems.
  package mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    positionCount = 0
  }

  /// The bytes of a token's term.
  package func term(of token: Token) -> ArraySlice<UInt8> {
    terms[Int(token.termStart)..<Int(token.termStart) + Int(token.termLength)]
  }

  /// Appends an atom, which takes the next position.
  @inline(__always)
  mutating func appendAtom(_ kind: Token.Kind, start: Int, end: Int, termStart: Int) {
    tokens.append(
      Token(
        kind: kind, position: positionCount, width: 1, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end), termStart: Int32(truncatingIfNeeded: termStart),
        termLength: Int32(truncatingIfNeeded: terms.count - termStart)))
    positionCount &+= 1
  }
}
