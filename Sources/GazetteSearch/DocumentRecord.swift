import GazetteDocument
package import GazetteIndex

/// A document as the index keeps it: the text, and tables of fixed width in which any passage is found at once.
///
/// All numbers are little-endian; offsets count from the record's first byte.
///
///     0   u32  version, 4
///     4   u32  passages, then u32 sentences, then u32 sections
///     16  u64  start of the summary, sections, passages, sentences, strings, tail, tags, text; u64 length of the text
///
/// A section takes 9 words: parent (all ones: none), ordinal, depth, heading, number, and where the heading begins and
/// ends (byte, scalar, byte, scalar; all ones: nowhere); of the root, where a title does that is part of nothing else. A passage takes 13: begin and end (byte, scalar, byte, scalar),
/// digest, section, ordinal, first sentence, end of sentences, number, language, voice, flags. A sentence takes 5: begin
/// and end, digest. Texts are offsets into the strings, 0 for none; each is a length and its bytes. The tail holds
/// voices, the sentences with a voice of their own, repairs, notices and relations, one after the other. A tag takes 4:
/// begin and end (byte), concept, and twice the label's number with whether it is a part of another.
@safe package struct DocumentRecord {
  static let version: UInt32 = 4
  static let headerSize = 88
  static let sectionWords = 9
  static let passageWords = 13
  static let sentenceWords = 5
  static let tagWords = 4
  static let none = UInt32.max
  /// The bit beside the depth of a section that holds an instrument of its own.
  static let instrument: UInt32 = 1 << 31

  private let stored: StoredBytes
  private let file: String

  package let passageCount: Int
  let sentenceCount: Int
  let sectionCount: Int
  private let starts: [Int]
  let textRange: Range<Int>
  /// How the documents of the index stand to each other, by their names; `nil` where nobody asked for it.
  var lineages: [String: DocumentLineage]?

  /// The parts of a record, in the order of their offsets in the header.
  enum Part: Int {
    case summary, sections, passages, sentences, strings, tail, tags, text
  }

  /// Looks at a record and checks that its tables lie within it; costs no walk over them.
  package init(_ stored: StoredBytes, file: String) throws(IndexError) {
    self.stored = stored
    self.file = file
    guard stored.count >= DocumentRecord.headerSize else {
      throw .corrupt(file: file, offset: 0, what: "a document's record is too short")
    }
    let (head, places) = try stored.reading(0..<DocumentRecord.headerSize) { reader in
      let words = (0..<4).map { _ in DocumentRecord.word(&reader) }
      return (words, (0..<9).map { _ in DocumentRecord.long(&reader) })
    }
    guard head[0] == DocumentRecord.version else {
      throw .incompatible(
        file: file, found: Int(head[0]),
        supported: Int(DocumentRecord.version)...Int(DocumentRecord.version))
    }
    passageCount = Int(head[1])
    sentenceCount = Int(head[2])
    sectionCount = Int(head[3])
    starts = Array(places[0..<8])
    let tables = [
      (Part.sections, sectionCount * DocumentRecord.sectionWords),
      (.passages, passageCount * DocumentRecord.passageWords),
      (.sentences, sentenceCount * DocumentRecord.sentenceWords),
    ]
    for (part, words) in tables
    where !DocumentRecord.fits(places[part.rawValue], words * 4, stored.count) {
      throw .corrupt(file: file, offset: 0, what: "a table of a document lies outside of it")
    }
    let text = places[Part.text.rawValue]
    guard places.allSatisfy({ $0 >= 0 && $0 <= stored.count }),
      DocumentRecord.fits(text, places[8], stored.count), sectionCount > 0
    else {
      throw .corrupt(file: file, offset: 0, what: "a part of a document lies outside of it")
    }
    textRange = text..<(text + places[8])
  }

  private static func fits(_ start: Int, _ length: Int, _ count: Int) -> Bool {
    start >= 0 && length >= 0 && start <= count && length <= count - start
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

  /// The words of a row of a table, whose bounds the caller has checked.
  func row(_ part: Part, _ row: Int, width: Int) throws(IndexError) -> [UInt32] {
    let start = start(of: part) + row * width * 4
    return try stored.reading(start..<(start + width * 4)) { reader in
      (0..<width).map { _ in DocumentRecord.word(&reader) }
    }
  }

  /// Hands a part, from its first byte to where another begins, to a closure.
  func reading<Result>(
    _ part: Part, upTo next: Part, _ body: (inout ByteReader) -> Result
  ) throws(IndexError) -> Result {
    guard start(of: part) <= start(of: next) else { throw damaged("the order of the parts") }
    return try stored.reading(start(of: part)..<start(of: next)) { body(&$0) }
  }

  /// A text of the strings; `nil` for offset 0.
  func string(_ offset: UInt32) throws(IndexError) -> String? {
    guard offset != 0 else { return nil }
    let start = start(of: .strings) + Int(offset)
    let end = self.start(of: .tail)
    guard start < end else { throw damaged("a text") }
    // The length takes at most ten bytes.
    let (length, size, hasFailed) = try stored.reading(start..<min(start + 10, end)) { reader in
      (reader.varint(), reader.offset, reader.hasFailed)
    }
    guard !hasFailed, length <= UInt64(end - start - size) else { throw damaged("a text") }
    let first = start + size
    return String(decoding: try stored.array(first..<(first + Int(length))), as: UTF8.self)
  }

  /// The words of a range of bytes of the source text.
  func words(_ range: Range<Int>) throws(IndexError) -> String {
    String(decoding: try text(range), as: UTF8.self)
  }

  /// The bytes of a range of the source text.
  func text(_ range: Range<Int>) throws(IndexError) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= textRange.count else {
      throw damaged("a span")
    }
    let start = textRange.lowerBound
    return try stored.array((start + range.lowerBound)..<(start + range.upperBound))
  }

  /// The error for a value that cannot be.
  func damaged(_ what: String) -> IndexError {
    .corrupt(file: file, offset: 0, what: "\(what) of a document is damaged")
  }
}
