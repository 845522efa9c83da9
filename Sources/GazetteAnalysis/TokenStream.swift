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

  /// Creates an empty stream.
  package init() {}

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
