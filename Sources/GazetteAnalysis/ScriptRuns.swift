/// Splits a text into runs of letters and digits, Han characters and other scalars, in one scan, and hands each run to
/// its tokenizer.
///
/// It must not outlive the bytes that it was made with.
@safe
struct ScriptRuns {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var cursor: FoldingCursor
  private var words = WordTokenizer()
  private var han = HanTokenizer()

  init(_ bytes: UnsafeBufferPointer<UInt8>, table: FoldingTable) {
    unsafe self.bytes = bytes
    unsafe cursor = FoldingCursor(bytes, table: table)
  }

  /// Appends all tokens of the text.
  mutating func tokenize(into stream: inout TokenStream) {
    while true {
      if let byte = cursor.plainByte {
        takePlain(byte, into: &stream)
      } else if let scalar = cursor.next() {
        take(scalar, into: &stream)
      } else {
        break
      }
    }
    words.endRun(into: &stream)
  }

  /// Takes an ASCII byte, or the whole run when it is a letter.
  @inline(__always)
  private mutating func takePlain(_ byte: UInt8, into stream: inout TokenStream) {
    let start = cursor.index
    guard (byte | 0x20) &- 0x61 < 26 else {
      cursor.skip(to: start + 1)
      takeOther(FoldingTable.asciiClass(byte), UInt32(byte), start, start + 1, into: &stream)
      return
    }
    var end = start + 1
    while unsafe end < bytes.count, unsafe (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    cursor.skip(to: end)
    han.breakRun()
    unsafe words.takeLetters(
      UnsafeBufferPointer(rebasing: bytes[start..<end]), start: start, into: &stream)
  }

  @inline(__always)
  private mutating func take(_ scalar: FoldedScalar, into stream: inout TokenStream) {
    switch scalar.scalarClass {
    case .han:
      words.endRun(into: &stream)
      han.take(scalar, into: &stream)
    case .letter:
      han.breakRun()
      words.takeLetter(scalar, into: &stream)
    default:
      takeOther(scalar.scalarClass, scalar.value, scalar.start, scalar.end, into: &stream)
    }
  }

  @inline(__always)
  private mutating func takeOther(
    _ scalarClass: ScalarClass, _ value: UInt32, _ start: Int, _ end: Int,
    into stream: inout TokenStream
  ) {
    switch scalarClass {
    case .digit:
      han.breakRun()
      words.takeDigit(value, start: start, end: end, into: &stream)
    case .space, .middleDot:
      words.endRun(into: &stream)
    case .lineBreak:
      words.endRun(into: &stream)
      han.takeLineBreak()
    case .apostrophe:
      han.breakRun()
      words.takeApostrophe(into: &stream)
    case .fullStop:
      han.breakRun()
      words.takeFullStop(into: &stream)
    case .comma:
      han.breakRun()
      words.takeComma(into: &stream)
    default:
      han.breakRun()
      words.endRun(into: &stream)
    }
  }
}
