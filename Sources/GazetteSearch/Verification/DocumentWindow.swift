import GazetteDocument
import GazetteIndex
import GazetteQuotations

/// A stretch of a document of the index in which a quotation is looked for.
struct DocumentWindow {
  let record: DocumentRecord
  let source: SourceWindow
  /// Where the stretch begins in the document's source text.
  private let start: TextPosition
  /// The reading text of the only passage of the stretch, where damage is mended.
  private let reading: ReadingText?

  /// A document as a whole.
  init(whole record: DocumentRecord) throws(IndexError) {
    self.record = record
    var passages: [Range<Int>] = []
    for index in 0..<record.passageCount { passages.append(try record.passageBytes(at: index)) }
    source = SourceWindow(try record.text(0..<record.textRange.count), passages: passages)
    start = .zero
    reading = nil
  }

  /// A passage with so many bytes of the source text on each side.
  init(around index: Int, of record: DocumentRecord, margin: Int) throws(IndexError) {
    self.record = record
    let own = try record.passageBytes(at: index)
    var lower = max(0, own.lowerBound - margin)
    var upper = min(record.textRange.count, own.upperBound + margin)
    var utf8 = try record.text(lower..<upper)
    // The cut may fall inside a character.
    while let first = utf8.first, first & 0xC0 == 0x80 {
      utf8.removeFirst()
      lower += 1
    }
    while upper > own.upperBound, let cut = Self.cutLength(utf8), cut > 0 {
      utf8.removeLast(cut)
      upper -= cut
    }
    var passages = [own]
    var place = index
    while place > 0, case let bytes = try record.passageBytes(at: place - 1),
      bytes.upperBound > lower
    {
      passages.insert(bytes, at: 0)
      place -= 1
    }
    place = index
    while place + 1 < record.passageCount, case let bytes = try record.passageBytes(at: place + 1),
      bytes.lowerBound < upper
    {
      passages.append(bytes)
      place += 1
    }
    source = SourceWindow(
      utf8,
      passages: passages.map {
        max(0, $0.lowerBound - lower)..<min(utf8.count, $0.upperBound - lower)
      })
    let ownStart = try record.passageStart(at: index)
    let before = utf8[..<(own.lowerBound - lower)].count { $0 & 0xC0 != 0x80 }
    start = TextPosition(byte: lower, scalar: ownStart.scalar - before)
    reading = nil
  }

  /// A heading.
  init(heading span: TextSpan, of record: DocumentRecord) throws(IndexError) {
    self.record = record
    let utf8 = try record.text(span.bytes)
    source = SourceWindow(utf8, passages: [0..<utf8.count])
    start = span.start
    reading = nil
  }

  /// A passage as it is read, its damage mended; `nil` when there is none.
  init?(reading passage: CitedPassage, of record: DocumentRecord) {
    let reading = passage.reading
    guard reading.isMended else { return nil }
    self.record = record
    self.reading = reading
    source = SourceWindow(reading.utf8, passages: [0..<reading.utf8.count])
    start = passage.passage.span.start
  }

  /// How many bytes of a character that was cut stand at the end.
  private static func cutLength(_ utf8: [UInt8]) -> Int? {
    guard let last = utf8.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return utf8.count }
    let lead = utf8[last]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return utf8.count - last < length ? utf8.count - last : 0
  }

  /// Where some bytes of the stretch stand in the document's source text.
  func span(of bytes: Range<Int>) -> TextSpan {
    if let reading {
      let utf8 = source.text.utf8
      let scalars = { (end: Int) in utf8[..<end].count { $0 & 0xC0 != 0x80 } }
      return reading.sourceSpan(
        of: TextSpan(
          start: TextPosition(byte: bytes.lowerBound, scalar: scalars(bytes.lowerBound)),
          end: TextPosition(byte: bytes.upperBound, scalar: scalars(bytes.upperBound))))
    }
    let utf8 = source.text.utf8
    let first = utf8[..<bytes.lowerBound].count { $0 & 0xC0 != 0x80 }
    let count = utf8[bytes].count { $0 & 0xC0 != 0x80 }
    return TextSpan(
      start: TextPosition(byte: start.byte + bytes.lowerBound, scalar: start.scalar + first),
      end: TextPosition(byte: start.byte + bytes.upperBound, scalar: start.scalar + first + count))
  }

  /// Whether the stretch is mended text.
  var isMended: Bool { reading != nil }
}
