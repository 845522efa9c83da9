import GazetteAnalysis

/// The terms of a segment in memory: an open-addressing hash table from keys to records, and the arena of their postings.
///
/// No term has memory of its own: keys and postings lie in one arena, records in one array.
@safe struct TermTable: ~Copyable {
  private var arena = ByteArena(capacity: 1 << 16)
  private var records = ByteArena(capacity: 1 << 12)
  /// The upper half of a key's hash, and one plus the number of its record; 0 where free.
  private var slotMemory = ByteArena(capacity: 8 << 10)
  private var slotCount = 1 << 10
  /// How many terms there are.
  private(set) var count = 0

  private static let linkSize = 8
  private static let firstChunkSize = 8
  private static let largestChunkSize = 8192
  private static let batchSize = 32
  private let batch: UnsafeMutablePointer<TermKey>
  private let entries: UnsafeMutablePointer<UInt64>
  /// What was read only to have it near: kept, so that the reading is not left out.
  private var touched: UInt64 = 0

  init() {
    slotMemory.allocateZeros()
    unsafe batch = .allocate(capacity: Self.batchSize)
    unsafe entries = .allocate(capacity: Self.batchSize)
  }

  deinit {
    unsafe batch.deallocate()
    unsafe entries.deallocate()
  }

  private var slots: UnsafeMutablePointer<UInt64> {
    @inline(__always) get { unsafe slotMemory.base.assumingMemoryBound(to: UInt64.self) }
  }

  /// How many bytes of memory the table has taken, about.
  var byteCount: Int { arena.count + records.count + slotCount * 8 }

  /// The record of a term.
  @inline(__always)
  private func record(_ number: Int) -> UnsafeMutablePointer<TermRecord> {
    precondition(number >= 0 && number < count)
    return unsafe records.base.assumingMemoryBound(to: TermRecord.self) + number
  }

  /// Adds the tokens of a text of an entry: entries come in rising order, and positions within one.
  ///
  /// Stems go to a field of their own; without one they are left out. The tokens are taken in batches: what each will
  /// touch is touched first, for the whole batch, so that the processor waits for memory once and not once a token.
  mutating func add(
    _ tokens: UnsafeBufferPointer<Token>, terms: UnsafeBufferPointer<UInt8>, field: UInt8,
    stems: UInt8?, docID: UInt32, firstPosition: UInt32
  ) {
    var start = 0
    while start < tokens.count {
      let end = min(start + Self.batchSize, tokens.count)
      for index in start..<end {
        let key = unsafe Self.key(tokens[index], terms, field: field, stems: stems ?? field)
        unsafe (batch + (index - start)).initialize(to: key)
      }
      touch(end - start)
      for index in start..<end {
        let token = unsafe tokens[index]
        if stems == nil, Self.isStem(token) { continue }
        unsafe add(
          batch[index - start], docID: docID,
          position: firstPosition &+ UInt32(bitPattern: token.position))
      }
      start = end
    }
  }

  /// Reads the slots and the records that the terms of the batch will likely need.
  @inline(__always)
  private mutating func touch(_ size: Int) {
    let slots = unsafe self.slots
    let mask = slotCount - 1
    for index in 0..<size {
      unsafe entries[index] = slots[Int(truncatingIfNeeded: batch[index].hash) & mask]
    }
    let records = unsafe self.records.base.assumingMemoryBound(to: TermRecord.self)
    var sum: UInt64 = 0
    for index in 0..<size {
      let number = unsafe Int(entries[index] & 0xFFFF_FFFF)
      if number > 0 { sum &+= unsafe records[number - 1].prefix }
    }
    touched = sum
  }

  @inline(__always)
  private static func key(
    _ token: Token, _ terms: UnsafeBufferPointer<UInt8>, field: UInt8, stems: UInt8
  ) -> TermKey {
    let start = Int(token.termStart)
    let bytes = unsafe UnsafeBufferPointer(
      rebasing: terms[start..<(start + Int(token.termLength))])
    return unsafe TermKey(
      field: isStem(token) ? stems : field, bytes: bytes, readable: terms.count - start)
  }

  /// A switch, because comparing kinds of another module is a call.
  @inline(__always)
  private static func isStem(_ token: Token) -> Bool {
    switch token.kind {
    case .stem: true
    case .word, .number, .han, .bigram, .compound: false
    }
  }

  /// Adds one occurrence of a term in an entry.
  @inline(__always)
  mutating func add(_ key: TermKey, docID: UInt32, position: UInt32) {
    reserve(for: key)
    let record = unsafe self.record(find(key))
    if unsafe record.pointee.nextDocID != docID + 1 {
      if unsafe record.pointee.documentFrequency > 0 { unsafe write(0, to: record) }
      unsafe begin(docID, record)
      unsafe record.pointee.lastPosition = 0
    }
    let delta = unsafe position &- record.pointee.lastPosition
    unsafe write(delta &+ 1, to: record)
    unsafe record.pointee.lastPosition = position
  }

  /// Adds a term without positions to an entry; a second time in one entry changes nothing.
  mutating func add(field: UInt8, keyword: UnsafeBufferPointer<UInt8>, docID: UInt32) {
    let key = unsafe TermKey(field: field, bytes: keyword, readable: keyword.count)
    reserve(for: key)
    let record = unsafe self.record(find(key))
    if unsafe record.pointee.nextDocID != docID + 1 { unsafe begin(docID, record) }
  }

  /// Makes room for everything that one occurrence can need, so that no pointer moves while it is added.
  @inline(__always)
  private mutating func reserve(for key: TermKey) {
    arena.reserve(unsafe key.bytes.count + 64 + 2 * (Self.largestChunkSize + Self.linkSize))
  }

  @inline(__always)
  private mutating func begin(_ docID: UInt32, _ record: UnsafeMutablePointer<TermRecord>) {
    let delta = unsafe docID &- record.pointee.nextDocID
    unsafe write(delta, to: record)
    unsafe record.pointee.nextDocID = docID + 1
    unsafe record.pointee.documentFrequency += 1
  }

  @inline(__always)
  private mutating func write(_ number: UInt32, to record: UnsafeMutablePointer<TermRecord>) {
    var rest = number
    while rest >= 0x80 {
      unsafe write(byte: UInt8(truncatingIfNeeded: rest) | 0x80, to: record)
      rest >>= 7
    }
    unsafe write(byte: UInt8(truncatingIfNeeded: rest), to: record)
  }

  @inline(__always)
  private mutating func write(byte: UInt8, to record: UnsafeMutablePointer<TermRecord>) {
    if unsafe record.pointee.room == 0 { unsafe addChunk(to: record) }
    let cursor = unsafe record.pointee.cursor
    unsafe arena.base.storeBytes(of: byte, toByteOffset: cursor, as: UInt8.self)
    unsafe record.pointee.cursor = cursor + 1
    unsafe record.pointee.room -= 1
  }

  private mutating func addChunk(to record: UnsafeMutablePointer<TermRecord>) {
    let size = unsafe min(record.pointee.chunkSize * 2, Self.largestChunkSize)
    let chunk = arena.allocate(size + Self.linkSize)
    unsafe arena.base.storeBytes(of: chunk, toByteOffset: record.pointee.cursor, as: Int.self)
    unsafe record.pointee.cursor = chunk
    unsafe record.pointee.room = UInt32(size)
    unsafe record.pointee.chunkSize = size
  }

  @inline(__always)
  private mutating func find(_ key: TermKey) -> Int {
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    let tag = key.hash & 0xFFFF_FFFF_0000_0000
    while true {
      let entry = unsafe slots[slot]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        if holds(number, key) { return number }
      }
      slot = (slot + 1) & mask
    }
    return insert(key, slot: slot, tag: tag)
  }

  @inline(__always)
  private func holds(_ number: Int, _ key: TermKey) -> Bool {
    let record = unsafe self.record(number)
    let count = unsafe key.bytes.count
    guard unsafe record.pointee.prefix == key.prefix,
      unsafe Int(record.pointee.length) == count,
      unsafe record.pointee.field == UInt32(key.field)
    else { return false }
    guard count > 8 else { return true }
    let bytes = unsafe arena.base + record.pointee.key + 1
    for at in 8..<count {
      if unsafe bytes.load(fromByteOffset: at, as: UInt8.self) != key.bytes[at] { return false }
    }
    return true
  }

  private mutating func insert(_ key: TermKey, slot: Int, tag: UInt64) -> Int {
    let count = unsafe key.bytes.count
    let place = arena.allocate(count + 1)
    unsafe arena.base.storeBytes(of: key.field, toByteOffset: place, as: UInt8.self)
    if let source = unsafe key.bytes.baseAddress {
      unsafe (arena.base + place + 1).copyMemory(from: source, byteCount: count)
    }
    let chunk = arena.allocate(Self.firstChunkSize + Self.linkSize)
    records.reserve(MemoryLayout<TermRecord>.stride)
    _ = records.allocate(MemoryLayout<TermRecord>.stride)
    let number = self.count
    self.count += 1
    unsafe record(number).initialize(
      to: TermRecord(
        prefix: key.prefix, key: place, length: UInt32(count), field: UInt32(key.field),
        room: UInt32(Self.firstChunkSize), firstChunk: chunk, cursor: chunk,
        chunkSize: Self.firstChunkSize))
    unsafe slots[slot] = tag | UInt64(number + 1)
    if self.count * 3 > slotCount * 2 { growSlots() }
    return number
  }

  private mutating func growSlots() {
    let larger = slotCount * 2
    var memory = ByteArena(capacity: larger * 8)
    memory.allocateZeros()
    let moved = unsafe memory.base.assumingMemoryBound(to: UInt64.self)
    for number in 0..<count {
      let bytes = unsafe key(of: number)
      let hash = unsafe TermKey(
        field: bytes[0], bytes: UnsafeBufferPointer(rebasing: bytes[1...]),
        readable: bytes.count - 1
      ).hash
      var slot = Int(truncatingIfNeeded: hash) & (larger - 1)
      while unsafe moved[slot] != 0 { slot = (slot + 1) & (larger - 1) }
      unsafe moved[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
    slotMemory = memory
    slotCount = larger
  }

  /// The field's number and the bytes of a term; valid until something is added.
  func key(of number: Int) -> UnsafeBufferPointer<UInt8> {
    let record = unsafe self.record(number)
    return unsafe UnsafeBufferPointer(
      start: (arena.base + record.pointee.key).assumingMemoryBound(to: UInt8.self),
      count: Int(record.pointee.length) + 1)
  }

  /// The numbers of all terms in the order of their keys.
  func sorted() -> [Int] {
    // Eight bytes of the key as one number settle nearly every comparison.
    var order: [(prefix: UInt64, number: Int)] = []
    order.reserveCapacity(count)
    for number in 0..<count {
      let key = unsafe self.key(of: number)
      var prefix: UInt64 = 0
      for at in 0..<8 { prefix = prefix << 8 | (at < key.count ? UInt64(unsafe key[at]) : 0) }
      order.append((prefix, number))
    }
    order.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return unsafe key(of: left.number).lexicographicallyPrecedes(key(of: right.number))
    }
    return order.map(\.number)
  }

  /// Copies the chain of a term into a buffer of bytes, and how many entries it holds.
  func copyPostings(of number: Int, into bytes: inout [UInt8]) -> UInt32 {
    bytes.removeAll(keepingCapacity: true)
    let record = unsafe self.record(number)
    var chunk = unsafe record.pointee.firstChunk
    var size = Self.firstChunkSize
    while true {
      let cursor = unsafe record.pointee.cursor
      let isLast = cursor >= chunk && cursor <= chunk + size
      let used = isLast ? cursor - chunk : size
      unsafe bytes.append(
        contentsOf: UnsafeRawBufferPointer(start: arena.base + chunk, count: used))
      if isLast { return unsafe record.pointee.documentFrequency }
      chunk = unsafe arena.base.loadUnaligned(fromByteOffset: chunk + size, as: Int.self)
      size = min(size * 2, Self.largestChunkSize)
    }
  }
}
