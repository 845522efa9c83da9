import GazetteAnalysis

/// Entries in memory that become a segment.
final class SegmentBuffer {
  let schema: Schema
  private let analyzer: Analyzer
  private var stream = TokenStream()
  private var terms = TermTable()
  private var lengths: [[UInt8]]
  private var columns: [[Int64?]]
  private var groups: [Group] = []
  /// What is stored for the groups, packed.
  private var stored: [UInt8] = []
  private lazy var compressor = ZstandardFrame.Compressor(level: StoredFormat.level)
  private var groupOfKey: [[UInt8]: Int] = [:]
  private var deletions: Set<Int> = []
  private let slots: [Int?]
  /// How many entries there are.
  private(set) var entryCount = 0

  private struct Group {
    let key: [UInt8]
    let storedEnd: Int
    let entryCount: Int
  }

  /// Creates an empty buffer.
  init(schema: Schema, analyzer: Analyzer) {
    self.schema = schema
    self.analyzer = analyzer
    slots = schema.lengthSlots
    lengths = Array(repeating: [], count: schema.lengthCount)
    columns = Array(repeating: [], count: schema.columns.count)
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { groups.isEmpty }
  /// How many bytes of memory it takes, about.
  var byteCount: Int {
    terms.byteCount + stored.count + entryCount * (lengths.count + columns.count * 16)
      + groups.count * 128
  }
  /// The keys of the groups in order; a key that was added twice stands twice.
  var keys: [[UInt8]] { groups.map(\.key) }
  /// The groups that were replaced or deleted after they had been added.
  var deletedGroups: [Int] { deletions.sorted() }

  /// Throws when a group is over a limit, before anything has changed.
  func check(_ group: EntryGroup) throws(IndexError) {
    guard entryCount + group.entries.count <= SegmentFormat.entryLimit else {
      throw .tooLarge(what: "the entries of a segment", limit: SegmentFormat.entryLimit)
    }
    // Offsets and positions of tokens have 32 bits; a byte makes far fewer than 16 of either.
    let limit = Int(Int32.max) / 16
    for entry in group.entries {
      var size = 0
      for text in entry.texts {
        precondition(Int(text.field.rawValue) < schema.fields.count, "there is no such field")
        precondition(
          schema.fields[Int(text.field.rawValue)].kind != .stems, "stems come from their text field"
        )
        size += text.utf8.count
      }
      guard size <= limit else {
        throw .tooLarge(what: "the texts of one entry, in bytes,", limit: limit)
      }
    }
  }

  /// Adds a group, which has been checked, in place of an earlier one with its key.
  func add(_ group: EntryGroup) {
    let key = Array(group.key.utf8)
    delete(key: key)
    for entry in group.entries { add(entry) }
    StoredFormat.pack(group.stored, with: compressor, into: &stored)
    groupOfKey[key] = groups.count
    groups.append(Group(key: key, storedEnd: stored.count, entryCount: group.entries.count))
  }

  /// Deletes the group with a key; false when there is none.
  @discardableResult
  func delete(key: [UInt8]) -> Bool {
    guard let group = groupOfKey.removeValue(forKey: key) else { return false }
    deletions.insert(group)
    return true
  }

  private func add(_ entry: IndexEntry) {
    let docID = UInt32(entryCount)
    var positionCounts = [Int](repeating: 0, count: lengths.count)
    for text in entry.texts {
      if let slot = slots[Int(text.field.rawValue)] {
        positionCounts[slot] += addText(text, docID: docID, from: positionCounts[slot])
      } else {
        unsafe text.utf8.withUnsafeBufferPointer {
          unsafe terms.add(field: text.field.rawValue, keyword: $0, docID: docID)
        }
      }
    }
    for (slot, count) in positionCounts.enumerated() {
      lengths[slot].append(FieldLength.code(of: count))
    }
    for column in columns.indices {
      columns[column].append(column < entry.columns.count ? entry.columns[column] : nil)
    }
    entryCount += 1
  }

  /// Adds the tokens of a text; a second text of a field goes on where the first ended.
  private func addText(
    _ text: IndexEntry.FieldText, docID: UInt32, from first: Int
  ) -> Int {
    stream.removeAll()
    unsafe text.utf8.withUnsafeBufferPointer { unsafe analyzer.analyze($0, into: &stream) }
    let field = text.field.rawValue
    let stems = schema.stems(of: text.field)?.rawValue
    unsafe stream.terms.withUnsafeBufferPointer { bytes in
      unsafe stream.tokens.withUnsafeBufferPointer { tokens in
        unsafe terms.add(
          tokens, terms: bytes, field: field, stems: stems, docID: docID,
          firstPosition: UInt32(truncatingIfNeeded: first))
      }
    }
    markSentences(of: text, docID: docID, from: first)
    return Int(stream.positionCount)
  }

  /// Keeps where the sentences of a text begin, whose tokens are at hand.
  private func markSentences(of text: IndexEntry.FieldText, docID: UInt32, from first: Int) {
    guard !text.sentenceStarts.isEmpty else { return }
    let mark = SentenceMarks.term(of: text.field).bytes
    unsafe mark.withUnsafeBufferPointer { bytes in
      let key = unsafe TermKey(field: text.field.rawValue, bytes: bytes, readable: bytes.count)
      for position in SentenceMarks.positions(
        of: text.sentenceStarts, in: stream.tokens, from: first)
      {
        terms.add(key, docID: docID, position: position)
      }
    }
  }

  /// Writes everything as a segment, into a file or into memory.
  func write(to file: AtomicFile?) throws(IndexError) -> [UInt8] {
    let writer = SegmentWriter(schema: schema, file: file)
    var start = 0
    for group in groups {
      unsafe try group.key.withUnsafeBufferPointer { (key) throws(IndexError) in
        unsafe try stored.withUnsafeBufferPointer { (bytes) throws(IndexError) in
          try unsafe writer.append(
            key: key, stored: UnsafeBufferPointer(rebasing: bytes[start..<group.storedEnd]),
            entryCount: group.entryCount)
        }
      }
      start = group.storedEnd
    }
    try writer.finishGroups(lengths: lengths, columns: columns)
    var postings: [UInt8] = []
    for term in terms.sorted() {
      let key = unsafe terms.key(of: term)
      let list = writer.beginTerm(of: unsafe key[0])
      let count = terms.copyPostings(of: term, into: &postings)
      let hasPositions = unsafe schema.fields[Int(key[0])].kind != .keyword
      unsafe try postings.withUnsafeBufferPointer { (bytes) throws(IndexError) in
        if hasPositions {
          try unsafe Self.replayPositions(bytes, count: count, into: list)
        } else {
          try unsafe Self.replay(bytes, count: count, into: list)
        }
      }
      try unsafe writer.finishTerm(key, list)
    }
    return try writer.finish()
  }

  private static func replay(
    _ bytes: UnsafeBufferPointer<UInt8>, count: UInt32, into list: PostingListWriter
  ) throws(IndexError) {
    guard let base = bytes.baseAddress else { return }
    var reader = unsafe ByteReader(ByteView(base: base, count: bytes.count))
    var next: UInt32 = 0
    for _ in 0..<count {
      let docID = next &+ reader.varint32()
      try list.append(docID: docID, frequency: 1)
      next = docID &+ 1
    }
  }

  private static func replayPositions(
    _ bytes: UnsafeBufferPointer<UInt8>, count: UInt32, into list: PostingListWriter
  ) throws(IndexError) {
    guard let base = bytes.baseAddress else { return }
    var reader = unsafe ByteReader(ByteView(base: base, count: bytes.count))
    let deltas = NumberBuffer(capacity: 64)
    var next: UInt32 = 0
    for _ in 0..<count {
      let docID = next &+ reader.varint32()
      deltas.count = 0
      // The last entry has no closing 0: reading beyond the end gives one.
      while true {
        let delta = reader.varint32()
        if delta == 0 { break }
        deltas.append(delta &- 1)
      }
      try list.append(docID: docID, frequency: UInt32(deltas.count))
      for index in 0..<deltas.count { list.append(positionDelta: unsafe deltas.base[index]) }
      next = docID &+ 1
    }
  }
}
