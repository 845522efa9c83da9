/// Writes one segment front to back: what is stored, the groups and what every entry has, then the terms in order.
final class SegmentWriter {
  private let schema: Schema
  private let output: CheckedFileWriter
  private var format = SegmentFormat()
  private let limits: SegmentLimits
  private var groups: GroupTableWriter
  private var dictionary: TermDictionaryWriter
  /// The writers of posting lists with positions, and without.
  let positional: PostingListWriter
  let plain: PostingListWriter
  private var postingsStart = 0
  private let slots: [Int?]
  /// The codes of the lengths of the text fields, one field after the other: what postings score depends on them.
  private var lengthCodes = ByteArena(capacity: 64)
  private var averageLengths: [Float] = []

  /// Starts a segment; the output may hold stored bytes of its groups already.
  init(schema: Schema, output: CheckedFileWriter, limits: SegmentLimits = SegmentLimits()) {
    self.schema = schema
    self.output = output
    self.limits = limits
    groups = GroupTableWriter(limit: limits.keyBytes)
    dictionary = TermDictionaryWriter(limit: limits.dictionaryBytes)
    positional = PostingListWriter(hasPositions: true, limit: limits.listBytes)
    plain = PostingListWriter(hasPositions: false, limit: limits.listBytes)
    slots = schema.lengthSlots
  }

  /// Appends what is stored for a group.
  func append(stored: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    try unsafe output.append(stored)
  }

  /// Appends a group.
  func append(
    key: [UInt8]?, storedCount: Int, entryCount: Int
  ) throws(IndexError) {
    try groups.append(key: key, storedCount: storedCount, entryCount: entryCount)
    format.entryCount += entryCount
    guard format.entryCount <= limits.entries else {
      throw .tooLarge(what: "the entries of a segment", limit: limits.entries)
    }
  }

  /// Ends the groups: the codes of the lengths for each text field, the values for each column.
  func finishGroups(lengths: [[UInt8]], columns: [[Int64?]]) throws(IndexError) {
    format.stored = 0..<output.count
    format.groupCount = groups.count
    for codes in lengths {
      var total: UInt64 = 0
      for code in codes { total += UInt64(FieldLength.table[Int(code)]) }
      format.lengths.append((output.count, total))
      try output.append(codes)
      lengthCodes.reserve(codes.count)
      let start = lengthCodes.allocate(codes.count)
      unsafe codes.withUnsafeBytes { bytes in
        if let source = bytes.baseAddress {
          unsafe (lengthCodes.base + start).copyMemory(from: source, byteCount: bytes.count)
        }
      }
      averageLengths.append(BM25.averageLength(total: total, entryCount: codes.count))
    }
    for column in columns {
      format.columns.append(try part(Column.encode(column)))
    }
    format.groups = try part(groups.bytes)
    groups = GroupTableWriter(limit: limits.keyBytes)
    postingsStart = output.count
  }

  private func part(_ bytes: [UInt8]) throws(IndexError) -> Range<Int> {
    let start = output.count
    try output.append(bytes)
    return start..<output.count
  }

  /// Begins a term of a field; its postings go to the writer returned.
  func beginTerm(of field: UInt8) -> PostingListWriter {
    guard let slot = slots[Int(field)] else {
      plain.begin(lengths: nil, average: 1)
      return plain
    }
    let start =
      unsafe lengthCodes.base.assumingMemoryBound(to: UInt8.self) + slot * format.entryCount
    let codes = unsafe ByteView(base: UnsafePointer(start), count: format.entryCount)
    positional.begin(lengths: codes, average: averageLengths[slot])
    return positional
  }

  /// Ends a term, whose key comes after those before: the field's number, then the bytes.
  func finishTerm(
    _ key: UnsafeBufferPointer<UInt8>, _ postings: PostingListWriter
  ) throws(IndexError) {
    let info = try postings.finish(into: output, start: postingsStart)
    try unsafe dictionary.append(key, info, hasPositions: postings === positional)
  }

  /// Ends the segment, whose file is still to be published, or hands back its bytes when they are in memory.
  func finish() throws(IndexError) -> [UInt8] {
    format.postings = postingsStart..<output.count
    format.termCount = dictionary.count
    format.blocks = try part(dictionary.blocks.bytes)
    format.index = try part(dictionary.index)
    try output.append(format.bytes)
    return try output.finish()
  }
}
