/// Turns text into tokens: ASCII words and digits, lower-cased, and Han characters with their bigrams.
package struct Analyzer: Sendable {
  /// The analyzer of every index.
  package static let standard = Analyzer()
  /// The name that is written into an index.
  package let name = "standard"
  /// The version that is written into an index.
  package let version = 1

  /// Appends the tokens of a text to the stream.
  package func analyze(_ utf8: UnsafeBufferPointer<UInt8>, into stream: inout TokenStream) {
    var at = 0
    var previousHan = -1
    while at < utf8.count {
      let byte = unsafe utf8[at]
      if Self.isWord(byte) {
        let start = at
        let termStart = stream.terms.count
        while at < utf8.count, Self.isWord(unsafe utf8[at]) {
          let letter = unsafe utf8[at]
          stream.terms.append(letter >= 0x41 && letter <= 0x5A ? letter | 0x20 : letter)
          at += 1
        }
        append(.word, start, at, termStart, &stream, advancing: true)
        previousHan = -1
      } else if byte >= 0xE4, byte <= 0xE9, at + 3 <= utf8.count {
        let termStart = stream.terms.count
        for offset in 0..<3 { stream.terms.append(unsafe utf8[at + offset]) }
        append(.han, at, at + 3, termStart, &stream, advancing: true)
        if previousHan == at - 3, at >= 3 {
          let bigramStart = stream.terms.count
          for offset in -3..<3 { stream.terms.append(unsafe utf8[at + offset]) }
          append(.bigram, at - 3, at + 3, bigramStart, &stream, advancing: false)
          stream.tokens[stream.tokens.count - 1].position -= 2
          stream.tokens[stream.tokens.count - 1].width = 2
          stream.tokens.swapAt(stream.tokens.count - 1, stream.tokens.count - 2)
        }
        previousHan = at
        at += 3
      } else {
        at += 1
        previousHan = -1
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private func append(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ termStart: Int, _ stream: inout TokenStream,
    advancing: Bool
  ) {
    stream.tokens.append(
      Token(
        kind: kind, position: stream.positionCount, width: 1, start: Int32(start), end: Int32(end),
        termStart: Int32(termStart), termLength: Int32(stream.terms.count - termStart)))
    if advancing { stream.positionCount += 1 }
  }
}
