import GazetteDocument
package import GazetteIndex

/// A document as the index keeps it: the text, and tables of fixed width in which any passage is found at once.
///
/// All numbers are little-endian; offsets count from the record's first byte.
///
///     0   u32  version, 2
///     4   u32  passages, then u32 sentences, then u32 sections
///     16  u64  start of the summary, sections, passages, sentences, strings, tail, text; u64 length of the text
///
/// A section takes 9 words: parent (all ones: none), ordinal, depth, heading, number, and where the heading begins and
/// ends (byte, scalar, byte, scalar; all ones: nowhere). A passage takes 13: begin and end (byte, scalar, byte, scalar),
/// digest, section, ordinal, first sentence, end of sentences, number, language, voice, flags. A sentence takes 5: begin
/// and end, digest. Texts are offsets into the strings, 0 for none; each is a length and its bytes. The tail holds
/// voices, repairs and notices, one after the other.
@safe package struct DocumentRecord {
  static let version: UInt32 = 2
  static let headerSize = 80
  static let sectionWords = 9
  static let passageWords = 13
  static let sentenceWords = 5
  static let none = UInt32.max

  let view: ByteView
  /// Keeps the mapped file alive as long as its bytes are looked at.
  private let owner: Searcher
  private let file: String

  let passageCount: Int
  let sentenceCount: Int
  let sectionCount: Int
  private let starts: [Int]
  let textRange: Range<Int>

  /// The parts of a record, in the order of their offsets in the header.
  enum Part: Int {
    case summary, sections, passages, sentences, strings, tail, text
  }

  /// Looks at a record and checks that its tables lie within it; costs no walk over them.
  package init(_ view: ByteView, of owner: Searcher, file: String) throws(IndexError) {
    self.view = view
    self.owner = owner
    self.file = file
    guard view.count >= DocumentRecord.headerSize else {
      throw .corrupt(file: file, offset: 0, what: "a document's record is too short")
    }
    var reader = ByteReader(view)
    let head = (0..<4).map { _ in DocumentRecord.word(&reader) }
    let places = (0..<8).map { _ in DocumentRecord.long(&reader) }
    guard head[0] == DocumentRecord.version else {
      throw .incompatible(
        file: file, found: Int(head[0]),
        supported: Int(DocumentRecord.version)...Int(DocumentRecord.version))
    }
    passageCount = Int(head[1])
    sentenceCount = Int(head[2])
    sectionCount = Int(head[3])
    starts = Array(places[0..<7])
    let tables = [
      (Part.sections, sectionCount * DocumentRecord.sectionWords),
      (.passages, passageCount * DocumentRecord.passageWords),
      (.sentences, sentenceCount * DocumentRecord.sentenceWords),
    ]
    for (part, words) in tables where !DocumentRecord.fits(places[part.rawValue], words * 4, view) {
      throw .corrupt(file: file, offset: 0, what: "a table of a document lies outside of it")
    }
    let text = places[Part.text.rawValue]
    guard places.allSatisfy({ $0 >= 0 && $0 <= view.count }),
      DocumentRecord.fits(text, places[7], view), sectionCount > 0
    else {
      throw .corrupt(file: file, offset: 0, what: "a part of a document lies outside of it")
    }
    textRange = text..<(text + places[7])
  }

  private static func fits(_ start: Int, _ length: Int, _ view: ByteView) -> Bool {
    start >= 0 && length >= 0 && start <= view.count && length <= view.count - start
  }

  private static func word(_ reader: inout ByteReader) -> UInt32 {
    let bytes = reader.bytes(4)
    guard bytes.count == 4 else { return 0 }
    return word(bytes, at: 0)
  }

  private static func long(_ reader: inout ByteReader) -> Int {
    let low = UInt64(word(&reader))
    let high = UInt64(word(&reader))
    return Int(truncatingIfNeeded: low | high << 32)
  }

  private static func word(_ view: ByteView, at offset: Int) -> UInt32 {
    UInt32(view[offset]) | UInt32(view[offset + 1]) << 8 | UInt32(view[offset + 2]) << 16
      | UInt32(view[offset + 3]) << 24
  }

  /// Where a part begins.
  func start(of part: Part) -> Int { starts[part.rawValue] }

  /// A word of a row of a table, whose bounds the caller has checked.
  func word(_ part: Part, row: Int, width: Int, column: Int) -> UInt32 {
    DocumentRecord.word(view, at: start(of: part) + (row * width + column) * 4)
  }

  /// A text of the strings; `nil` for offset 0.
  func string(_ offset: UInt32) throws(IndexError) -> String? {
    guard offset != 0 else { return nil }
    var reader = ByteReader(view, at: start(of: .strings) + Int(offset))
    let text = reader.string()
    guard !reader.hasFailed else { throw damaged("a text") }
    return text
  }

  /// The words of a range of bytes of the source text.
  func words(_ range: Range<Int>) throws(IndexError) -> String {
    guard range.lowerBound >= 0, range.upperBound <= textRange.count,
      let slice = view.slice(textRange.lowerBound + range.lowerBound, range.count)
    else { throw damaged("a span") }
    return String(decoding: slice.array, as: UTF8.self)
  }

  /// The error for a value that cannot be.
  func damaged(_ what: String) -> IndexError {
    .corrupt(file: file, offset: 0, what: "\(what) of a document is damaged")
  }
}
