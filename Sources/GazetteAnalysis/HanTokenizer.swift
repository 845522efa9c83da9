/// Cuts Han runs into characters and overlapping bigrams.
///
/// The characters of a run lie side by side in the stream's terms, so a bigram's term is a view of two of them and
/// costs no bytes.
struct HanTokenizer {
  /// Whether the next Han character is a neighbour of the one before.
  private var isJoined = false
  private var lineBreakCount = 0
  private var previousTermStart = 0
  private var previousStart = 0

  /// Takes a Han character.
  @inline(__always)
  mutating func take(_ scalar: FoldedScalar, into stream: inout TokenStream) {
    let termStart = stream.terms.count
    UTF8Decoding.append(scalar.value, to: &stream.terms)
    if isJoined {
      stream.tokens.append(
        Token(
          kind: .bigram, position: stream.positionCount &- 1, width: 2,
          start: Int32(truncatingIfNeeded: previousStart),
          end: Int32(truncatingIfNeeded: scalar.end),
          termStart: Int32(truncatingIfNeeded: previousTermStart),
          termLength: Int32(truncatingIfNeeded: stream.terms.count - previousTermStart)))
    }
    stream.appendAtom(.han, start: scalar.start, end: scalar.end, termStart: termStart)
    isJoined = true
    lineBreakCount = 0
    previousTermStart = termStart
    previousStart = scalar.start
  }

  /// Takes the end of a line: one is layout inside a paragraph, two end it.
  mutating func takeLineBreak() {
    lineBreakCount += 1
    if lineBreakCount > 1 { isJoined = false }
  }

  /// Notes that something stands between the last Han character and the next.
  @inline(__always)
  mutating func breakRun() {
    isJoined = false
  }
}
