/// The layout of a segment's file.
///
/// The body (see `FileFooter`) is, front to back: the stored bytes of the groups; the lengths of each text field, one byte
/// an entry (`FieldLength`); the columns (`Column`); the table of groups (`GroupTable`); the postings (`PostingFormat`); the
/// blocks and the index of the dictionary (`TermDictionary`); and the directory, numbers of 64 bits: the counts of entries,
/// groups and terms; start and length of stored bytes, table of groups, postings, dictionary blocks and dictionary index;
/// for each text field the start of its lengths and their sum; for each column its start and length.
///
/// Version history: 1, the first.
struct SegmentFormat {
  /// The most entries a segment may have.
  static let entryLimit = Int(Int32.max)

  var entryCount = 0
  var groupCount = 0
  var termCount = 0
  var stored = 0..<0
  var groups = 0..<0
  var postings = 0..<0
  var blocks = 0..<0
  var index = 0..<0
  /// For each text field where its lengths begin, and their sum as `FieldLength` keeps them.
  var lengths: [(start: Int, total: UInt64)] = []
  var columns: [Range<Int>] = []

  /// The length of the directory for a schema.
  static func directoryLength(_ schema: Schema) -> Int {
    (13 + schema.lengthCount * 2 + schema.columns.count * 2) * 8
  }

  /// The bytes of the directory.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    for count in [entryCount, groupCount, termCount] { writer.write(UInt64(count)) }
    for part in [stored, groups, postings, blocks, index] {
      writer.write(UInt64(part.lowerBound))
      writer.write(UInt64(part.count))
    }
    for length in lengths {
      writer.write(UInt64(length.start))
      writer.write(length.total)
    }
    for column in columns {
      writer.write(UInt64(column.lowerBound))
      writer.write(UInt64(column.count))
    }
    return writer.bytes
  }

  init() {}

  /// Reads the directory at the end of a file's body.
  init(of file: CheckedFile, schema: Schema) throws(IndexError) {
    let size = Self.directoryLength(schema)
    let start = file.body.count - size
    var reader = ByteReader(try file.checked(start, size, "the directory of the segment"))
    var fits = true
    func number() -> Int {
      let value = reader.read(UInt64.self)
      guard value <= UInt64(start) || value <= UInt64(Self.entryLimit) else {
        fits = false
        return 0
      }
      return Int(value)
    }
    func part() -> Range<Int> {
      let first = number()
      let length = number()
      guard first <= start, length <= start - first else {
        fits = false
        return 0..<0
      }
      return first..<(first + length)
    }
    entryCount = number()
    groupCount = number()
    termCount = number()
    stored = part()
    groups = part()
    postings = part()
    blocks = part()
    index = part()
    for _ in 0..<schema.lengthCount {
      let first = number()
      lengths.append((first, reader.read(UInt64.self)))
      fits = fits && first <= start && entryCount <= start - first
    }
    for _ in schema.columns { columns.append(part()) }
    guard fits, entryCount <= Self.entryLimit else {
      throw file.corrupt(start, "the directory points outside the file")
    }
  }
}
