/// What the dictionary says of a term: in how many entries it stands, and where its postings are.
struct TermInfo: Sendable, Hashable {
  /// How many entries of the segment hold the term, deleted ones included; at least one.
  var documentFrequency: UInt32
  /// Where the posting list begins in the postings of the segment; its positions follow it.
  var postingsStart = 0
  /// The length of the posting list; 0 when the term stands in one entry.
  var postingsLength = 0
  /// The length of the positions; 0 without positions, and when the term occurs once.
  var positionsLength = 0
  /// The entry, when there is only one.
  var docID: UInt32 = 0
  /// How often the term occurs in the only entry.
  var termFrequency: UInt32 = 1
  /// The position, when the term occurs once in all.
  var position: UInt32 = 0

  /// Where the positions begin in the postings of the segment.
  var positionsStart: Int { postingsStart + postingsLength }

  /// Appends the record to a block of the dictionary; the start of the postings is the end of the term before.
  func encode(into writer: inout ByteWriter, hasPositions: Bool) {
    writer.varint(UInt64(documentFrequency))
    guard documentFrequency == 1 else {
      writer.varint(postingsLength)
      if hasPositions { writer.varint(positionsLength) }
      return
    }
    writer.varint(UInt64(docID))
    guard hasPositions else { return }
    writer.varint(UInt64(termFrequency))
    if termFrequency == 1 {
      writer.varint(UInt64(position))
    } else {
      writer.varint(positionsLength)
    }
  }

  /// Reads a record whose postings begin at a place.
  @inline(__always)
  init(from reader: inout ByteReader, postingsStart: Int, hasPositions: Bool) {
    self.postingsStart = postingsStart
    documentFrequency = reader.varint32()
    guard documentFrequency == 1 else {
      postingsLength = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
      if hasPositions { positionsLength = Int(reader.varint() & 0xFF_FFFF_FFFF) }
      return
    }
    docID = reader.varint32()
    guard hasPositions else { return }
    termFrequency = reader.varint32()
    if termFrequency == 1 {
      position = reader.varint32()
    } else {
      positionsLength = Int(reader.varint() & 0xFF_FFFF_FFFF)
    }
  }

  /// Passes over a record; the bytes of its postings and positions, `nil` when it is damaged.
  @inline(__always)
  static func skip(in reader: inout ByteReader, hasPositions: Bool) -> Int? {
    let documentFrequency = reader.varint32()
    var length = 0
    if documentFrequency != 1 {
      length = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
      if hasPositions { length += Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF) }
    } else {
      _ = reader.varint32()
      if hasPositions {
        let termFrequency = reader.varint32()
        let last = reader.varint()
        if termFrequency != 1 { length = Int(truncatingIfNeeded: last & 0xFF_FFFF_FFFF) }
      }
    }
    return reader.hasFailed || documentFrequency == 0 ? nil : length
  }

  /// Describes a term by what its writer knows.
  init(documentFrequency: UInt32) { self.documentFrequency = documentFrequency }
}
