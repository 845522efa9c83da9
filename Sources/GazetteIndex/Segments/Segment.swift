/// One immutable part of an index: a file of entries with their postings, lengths, columns and stored bytes.
final class Segment: Sendable {
  let file: CheckedFile
  /// The number that names the file.
  let number: UInt64
  let schema: Schema
  /// How many entries there are, deleted ones included.
  let entryCount: Int
  let groups: GroupTable
  let terms: TermDictionary
  /// For each text field the sum of its lengths, as `FieldLength` keeps them.
  let totalLengths: [UInt64]
  private let lengthStarts: [Int]
  private let columnParts: [Range<Int>]
  private let postingsPart: Range<Int>

  /// How the file of a segment is named.
  static func name(_ number: UInt64) -> String { "\(number)" + nameEnding }
  static let nameEnding = ".segment"

  /// The name of the file.
  var name: String { Self.name(number) }

  /// Opens a segment of a folder, or one that still lies elsewhere.
  init(
    folder: String, number: UInt64, schema: Schema, unpublished: String? = nil
  ) throws(IndexError) {
    self.number = number
    self.schema = schema
    file = try CheckedFile(
      path: folder + "/" + Self.name(number), kind: .segment, unpublished: unpublished)
    let format = try SegmentFormat(of: file, schema: schema)
    guard
      let groups = try GroupTable(
        file: file, count: format.groupCount, entryCount: format.entryCount, table: format.groups,
        stored: format.stored),
      let terms = TermDictionary(
        file: file, hasPositions: schema.fields.map { $0.kind != .keyword },
        count: format.termCount, blocks: format.blocks, index: format.index)
    else { throw file.corrupt(file.body.count, "the directory does not fit its parts") }
    entryCount = format.entryCount
    self.groups = groups
    self.terms = terms
    totalLengths = format.lengths.map(\.total)
    lengthStarts = format.lengths.map(\.start)
    columnParts = format.columns
    postingsPart = format.postings
  }

  /// The codes of the lengths of a text field, one an entry.
  func lengths(slot: Int) throws(IndexError) -> ByteView {
    try file.checked(lengthStarts[slot], entryCount, "the lengths of a field")
  }

  /// A column.
  func column(_ column: ColumnID) throws(IndexError) -> Column {
    let part = columnParts[Int(column.rawValue)]
    return try Column(file: file, start: part.lowerBound, length: part.count, count: entryCount)
  }

  /// A checked part of the postings.
  func postings(_ start: Int, _ length: Int) throws(IndexError) -> ByteView {
    guard let view = intactPostings(start, length) else { throw corruptPostings(start) }
    return view
  }

  /// A checked part of the postings; `nil` when it is damaged or outside.
  @inline(__always)
  func intactPostings(_ start: Int, _ length: Int) -> ByteView? {
    guard start >= 0, length >= 0, start <= postingsPart.count,
      length <= postingsPart.count - start,
      file.damage(at: postingsPart.lowerBound + start, length) == nil
    else { return nil }
    return file.body.slice(postingsPart.lowerBound + start, length)
  }

  /// Lets go of the memory that postings before a place take, when there is enough of it; they can be read again.
  func releasePostings(before end: Int) {
    file.release(
      postingsPart.lowerBound..<min(postingsPart.upperBound, postingsPart.lowerBound + max(0, end)))
  }

  /// The error that says that postings are damaged.
  func corruptPostings(_ start: Int) -> IndexError {
    file.corrupt(postingsPart.lowerBound + max(0, start), "a posting list is damaged")
  }
}
