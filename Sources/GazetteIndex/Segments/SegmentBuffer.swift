import GazetteAnalysis

/// Entries that become a segment: as far as they fit in memory, and the rest of their postings in a spill file.
///
/// The postings are encoded once, when the segment is finished, however often they had to be spilled before; so the segment
/// does not depend on the memory that there was.
final class SegmentBuffer {
  let schema: Schema
  private let analyzer: Analyzer
  private let folder: IndexFolder
  private let memoryBudget: Int
  private let limits: SegmentLimits
  private var stream = TokenStream()
  private var terms: TermTable
  private var lengths: [[UInt8]]
  private var columns: [[Int64?]]
  private var groups: [Group] = []
  private var keyByteCount = 0
  /// What is stored for the groups, packed, and is not in the output yet.
  private var stored: [UInt8] = []
  private lazy var compressor = ZstandardFrame.Compressor(level: StoredFormat.level)
  private var groupOfKey: [[UInt8]: Int] = [:]
  private var deletions: Set<Int> = []
  private let slots: [Int?]
  private var file: AtomicFile?
  private var output: CheckedFileWriter?
  private var spill: SpillFile?
  private var runs: [TermRun] = []
  private var spilledByteCount = 0
  /// Where stored bytes lie in the spill file, when the entries are to become part of another buffer.
  private var storedBlocks: [Range<Int>] = []
  private let isPart: Bool
  /// Where the segment began in the output when it was finished before.
  private var finishedMark: CheckedFileWriter.Mark?
  /// How many entries there are.
  private(set) var entryCount = 0

  private struct Group {
    let key: [UInt8]?
    let storedCount: Int
    let entryCount: Int
  }

  /// Over this size stored bytes go to the segment's file at once.
  private static let storedLimit = 256 << 10
  /// Smaller tables are not spilled, whatever the budget.
  private static let smallTable = 8 << 10

  /// Creates an empty buffer, for a segment or for a part of what another buffer takes over.
  init(
    schema: Schema, analyzer: Analyzer, folder: IndexFolder, memoryBudget: Int,
    isPart: Bool = false, limits: SegmentLimits = SegmentLimits()
  ) {
    self.isPart = isPart
    self.limits = limits
    self.schema = schema
    self.analyzer = analyzer
    self.folder = folder
    self.memoryBudget = memoryBudget
    slots = schema.lengthSlots
    lengths = Array(repeating: [], count: schema.lengthCount)
    columns = Array(repeating: [], count: schema.columns.count)
    terms = TermTable(expectedByteCount: memoryBudget, limit: limits.offsetBytes)
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { groups.isEmpty }
  /// How many bytes of memory it takes, about.
  var byteCount: Int { terms.byteCount + fixedByteCount }
  /// What cannot be spilled.
  private var fixedByteCount: Int {
    stored.count + entryCount * (lengths.count + columns.count * 16) + groups.count * 32
      + groupOfKey.count * 48 + keyByteCount * 2
  }
  /// Whether the segment is to be finished before more is added.
  var isFull: Bool {
    fixedByteCount * 2 > memoryBudget || runs.count >= limits.runs
      || postingByteCount >= limits.postingBytes
  }
  /// The keys of the groups in order; a key that was added twice stands twice.
  var keys: [[UInt8]] { groups.compactMap(\.key) }
  /// The groups that were replaced or deleted after they had been added.
  var deletedGroups: [Int] { deletions.sorted() }
  /// Whether a group is left.
  var hasLiveGroups: Bool { deletions.count < groups.count }

  /// How many bytes the postings take as they were collected: more than they will when they are encoded.
  private var postingByteCount: Int { spilledByteCount + terms.byteCount }

  /// Whether a group has to go to another segment, for want of numbers.
  func hasNoRoom(for group: EntryGroup) -> Bool {
    hasNoRoom(entries: group.entries.count, keyBytes: group.key?.utf8.count ?? 0)
  }

  /// Whether the groups of a sealed part have to go to another segment.
  func hasNoRoom(for part: SegmentBuffer) -> Bool {
    hasNoRoom(entries: part.entryCount, keyBytes: part.keyByteCount)
      || (!isEmpty && postingByteCount + part.postingByteCount > limits.postingBytes)
  }

  private func hasNoRoom(entries: Int, keyBytes: Int) -> Bool {
    !isEmpty
      && (entryCount + entries > limits.entries || keyByteCount + keyBytes > limits.keyBytes)
  }

  /// Throws when a group is over a limit, before anything has changed.
  func check(_ group: EntryGroup) throws(IndexError) {
    guard group.entries.count <= limits.entries else {
      throw .tooLarge(what: "the entries of one group", limit: limits.entries)
    }
    guard group.key?.utf8.count ?? 0 <= limits.keyBytes else {
      throw .tooLarge(what: "the key of a group, in bytes,", limit: limits.keyBytes)
    }
    let limit = limits.entryBytes
    for entry in group.entries {
      var size = 0
      for text in entry.texts {
        precondition(Int(text.field.rawValue) < schema.fields.count, "there is no such field")
        precondition(
          schema.fields[Int(text.field.rawValue)].kind != .stems, "stems come from their text field"
        )
        size += text.mentions.reduce(text.utf8.count) { $0 + $1.name.count }
      }
      guard size <= limit else {
        throw .tooLarge(what: "the texts of one entry, in bytes,", limit: limit)
      }
    }
  }

  /// Adds a group, which has been checked, in place of an earlier one with its key.
  ///
  /// When it throws `IndexError.io`, the group is there all the same; after `tooLarge` it is not.
  func add(_ group: EntryGroup) throws(IndexError) {
    let key = group.key.map { Array($0.utf8) }
    if let key { delete(key: key) }
    var failure: IndexError?
    var isOverfull = false
    for entry in group.entries {
      add(entry)
      isOverfull = isOverfull || terms.isOverfull
      if failure == nil, isTableFull {
        do throws(IndexError) { try spillTerms() } catch { failure = error }
      }
    }
    let storedCount = StoredFormat.pack(group.stored, with: compressor, into: &stored)
    if let key {
      keyByteCount += key.count
      groupOfKey[key] = groups.count
    }
    groups.append(
      Group(key: key, storedCount: storedCount, entryCount: group.entries.count))
    if isOverfull {
      // Some of its terms are missing: better no group than one that is not always found.
      deletions.insert(groups.count - 1)
      if let key { groupOfKey[key] = nil }
      throw .tooLarge(what: "the entries in memory, in bytes,", limit: limits.offsetBytes)
    }
    if let failure { throw failure }
    if stored.count > Self.storedLimit { try writeStored() }
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
    terms.addMarks(of: text, tokens: stream.tokens, docID: docID, from: first)
    return Int(stream.positionCount)
  }

  private var isTableFull: Bool {
    let budget = max(memoryBudget - fixedByteCount, memoryBudget / 2, Self.smallTable)
    return terms.byteCount > min(budget, limits.tableBytes)
  }

  private func openSpill() throws(IndexError) -> SpillFile {
    if let spill { return spill }
    let file = try SpillFile(in: folder)
    spill = file
    return file
  }

  private func spillTerms() throws(IndexError) {
    let file = try openSpill()
    runs.append(try TermRun(terms, to: file))
    spilledByteCount += terms.byteCount
    terms.removeAll()
  }

  private func spillStored() throws(IndexError) {
    let file = try openSpill()
    file.beginPart()
    let start = file.blockCount
    unsafe try stored.withUnsafeBufferPointer { (bytes) throws(IndexError) in
      try unsafe file.append(UnsafeRawBufferPointer(bytes))
    }
    try file.endPart()
    storedBlocks.append(start..<file.blockCount)
    stored = []
  }

  private func writeStored() throws(IndexError) {
    if isPart { return try spillStored() }
    let output = try openOutput()
    let bytes = stored
    stored = []
    try output.append(bytes)
  }

  private func openOutput() throws(IndexError) -> CheckedFileWriter {
    if let output { return output }
    let file = try AtomicFile(in: folder)
    let output = CheckedFileWriter(kind: .segment, to: file)
    self.file = file
    self.output = output
    return output
  }

  /// Spills what is left and gives the table's memory back.
  private func spillRest() throws(IndexError) {
    if terms.count > 0 { try spillTerms() }
    terms = TermTable(expectedByteCount: memoryBudget, limit: limits.offsetBytes)
  }

  /// Ends a part: nearly everything is in its file now.
  func seal() throws(IndexError) {
    try spillRest()
    if !stored.isEmpty { try spillStored() }
    stream = TokenStream()
  }

  /// Takes over the groups of a sealed part, for whose entries there is room, after all that were added before.
  ///
  /// When it throws, nothing has changed.
  func take(_ part: SegmentBuffer) throws(IndexError) {
    if terms.count > 0 { try spillTerms() }
    let output = try openOutput()
    let (mark, before) = (output.mark, stored)
    do throws(IndexError) {
      try copyStored(of: part)
    } catch {
      output.reset(to: mark)
      stored = before
      throw error
    }
    let firstGroup = groups.count
    for (number, group) in part.groups.enumerated() {
      guard let key = group.key else { continue }
      delete(key: key)
      if part.groupOfKey[key] == number { groupOfKey[key] = firstGroup + number }
    }
    for deletion in part.deletions { deletions.insert(firstGroup + deletion) }
    groups += part.groups
    keyByteCount += part.keyByteCount
    for slot in lengths.indices { lengths[slot] += part.lengths[slot] }
    for column in columns.indices { columns[column] += part.columns[column] }
    for run in part.runs {
      runs.append(run)
      runs[runs.count - 1].base = UInt32(entryCount)
    }
    spilledByteCount += part.spilledByteCount
    entryCount += part.entryCount
  }

  private func copyStored(of part: SegmentBuffer) throws(IndexError) {
    guard let file = part.spill else { return }
    for block in part.storedBlocks.joined() {
      let start = stored.count
      let size = file.byteCount(ofBlock: block)
      stored.append(contentsOf: repeatElement(0, count: size))
      unsafe try stored.withUnsafeMutableBufferPointer { (bytes) throws(IndexError) in
        guard let base = bytes.baseAddress else { return }
        try unsafe file.read(block: block, to: UnsafeMutableRawPointer(base + start))
      }
      if stored.count > Self.storedLimit { try writeStored() }
    }
  }

  /// Writes everything as a segment into a file that is still to be published.
  ///
  /// When it throws, it may be tried again. Nothing is added afterwards, unless publishing fails.
  func finish() throws(IndexError) -> AtomicFile {
    if let finishedMark { output?.reset(to: finishedMark) }
    finishedMark = nil
    try writeStored()
    let output = try openOutput()
    guard let file else { preconditionFailure("an output has a file") }
    if !runs.isEmpty { try spillRest() }
    let mark = output.mark
    do throws(IndexError) {
      let writer = SegmentWriter(schema: schema, output: output, limits: limits)
      try writeGroups(to: writer)
      if runs.isEmpty {
        try writeTerms(to: writer)
      } else {
        try TermRunMerger(runs, schema: schema).write(to: writer)
      }
      _ = try writer.finish()
    } catch {
      output.reset(to: mark)
      throw error
    }
    // Should the file have to be written again, it begins after what is stored.
    finishedMark = mark
    return file
  }

  private func writeGroups(to writer: SegmentWriter) throws(IndexError) {
    for group in groups {
      try writer.append(
        key: group.key, storedCount: group.storedCount, entryCount: group.entryCount)
    }
    try writer.finishGroups(lengths: lengths, columns: columns)
  }

  private func writeTerms(to writer: SegmentWriter) throws(IndexError) {
    let order = TermOrder(terms)
    let chains = PostingChains(schema: schema, writer: writer)
    var key: [UInt8] = []
    var bytes: [UInt8] = []
    for place in 0..<order.count {
      let (field, term) = unsafe terms.term(order[place])
      key.removeAll(keepingCapacity: true)
      key.append(field)
      unsafe key.append(contentsOf: term)
      bytes.removeAll(keepingCapacity: true)
      unsafe try terms.forEachChunk(of: order[place]) { (chunk) throws(IndexError) in
        unsafe bytes.append(contentsOf: chunk)
      }
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: PostingChain.slack))
      let list = writer.beginTerm(of: field)
      let chain = chains[field]
      chain.begin()
      unsafe try bytes.withUnsafeBufferPointer { (buffer) throws(IndexError) in
        guard let base = buffer.baseAddress else { return }
        _ = try unsafe chain.append(base, count: count, isLast: true)
      }
      try chain.end()
      unsafe try key.withUnsafeBufferPointer { (key) throws(IndexError) in
        try unsafe writer.finishTerm(key, list)
      }
    }
  }
}
