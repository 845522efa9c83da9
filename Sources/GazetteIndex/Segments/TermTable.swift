/// The terms of a segment in memory: an open-addressing hash table from keys to records, and the arena of their postings.
///
/// No term has memory of its own: keys and postings lie in one arena, records in one array.
@safe struct TermTable: ~Copyable {
  private var arena = ByteArena(capacity: 1 << 16)
  private var records = ByteArena(capacity: 1 << 12)
  /// The upper half of a key's hash, and one plus the number of its record; 0 where free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 10
  /// How many terms there are.
  private(set) var count = 0

  private static let linkSize = 8
  private static let firstChunkSize: UInt32 = 8
  private static let largestChunkSize: UInt32 = 8192

  init() {
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: 0, count: slotCount)
  }

  deinit { unsafe slots.deallocate() }

  /// How many bytes of memory the table has taken, about.
  var byteCount: Int { arena.count + records.count + slotCount * 8 }

  /// The record of a term.
  @inline(__always)
  private func record(_ number: Int) -> UnsafeMutablePointer<TermRecord> {
    precondition(number >= 0 && number < count)
    return unsafe records.base.assumingMemoryBound(to: TermRecord.self) + number
  }

  /// Adds one occurrence of a term in an entry: entries come in rising order, and positions within one.
  @inline(__always)
  mutating func add(
    field: UInt8, term: UnsafeBufferPointer<UInt8>, docID: UInt32, position: UInt32
  ) {
    // Room for everything that one occurrence can need, so that no pointer moves below.
    arena.reserve(term.count + 64 + 2 * (Int(Self.largestChunkSize) + Self.linkSize))
    let record = unsafe self.record(find(field: field, term: term))
    if unsafe record.pointee.nextDocID != docID + 1 {
      if unsafe record.pointee.documentFrequency > 0 { unsafe write(0, to: record) }
      let delta = unsafe docID &- record.pointee.nextDocID
      unsafe write(delta, to: record)
      unsafe record.pointee.nextDocID = docID + 1
      unsafe record.pointee.documentFrequency += 1
      unsafe record.pointee.lastPosition = 0
    }
    let delta = unsafe position &- record.pointee.lastPosition
    unsafe write(delta &+ 1, to: record)
    unsafe record.pointee.lastPosition = position
  }

  /// Adds a term without positions to an entry; a second time in one entry changes nothing.
  mutating func add(field: UInt8, keyword: UnsafeBufferPointer<UInt8>, docID: UInt32) {
    arena.reserve(keyword.count + 64 + 2 * (Int(Self.largestChunkSize) + Self.linkSize))
    let record = unsafe self.record(find(field: field, term: keyword))
    guard unsafe record.pointee.nextDocID != docID + 1 else { return }
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
    let chunk = arena.allocate(Int(size) + Self.linkSize)
    unsafe arena.base.storeBytes(of: chunk, toByteOffset: record.pointee.cursor, as: Int.self)
    unsafe record.pointee.cursor = chunk
    unsafe record.pointee.room = size
    unsafe record.pointee.chunkSize = size
  }

  @inline(__always)
  private mutating func find(field: UInt8, term: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = unsafe TermHash.of(field: field, term)
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = hash & 0xFFFF_FFFF_0000_0000
    while true {
      let entry = unsafe slots[slot]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        if unsafe holds(number, field, term) { return number }
      }
      slot = (slot + 1) & mask
    }
    return unsafe insert(field: field, term: term, slot: slot, tag: tag)
  }

  @inline(__always)
  private func holds(
    _ number: Int, _ field: UInt8, _ term: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let record = unsafe self.record(number)
    guard unsafe Int(record.pointee.keyLength) == term.count + 1 else { return false }
    let key = unsafe (arena.base + record.pointee.key).assumingMemoryBound(to: UInt8.self)
    guard unsafe key[0] == field else { return false }
    for at in 0..<term.count where unsafe key[at + 1] != term[at] { return false }
    return true
  }

  private mutating func insert(
    field: UInt8, term: UnsafeBufferPointer<UInt8>, slot: Int, tag: UInt64
  ) -> Int {
    let key = arena.allocate(term.count + 1)
    unsafe arena.base.storeBytes(of: field, toByteOffset: key, as: UInt8.self)
    if let source = term.baseAddress {
      unsafe (arena.base + key + 1).copyMemory(from: source, byteCount: term.count)
    }
    let chunk = arena.allocate(Int(Self.firstChunkSize) + Self.linkSize)
    records.reserve(MemoryLayout<TermRecord>.stride)
    _ = records.allocate(MemoryLayout<TermRecord>.stride)
    let number = count
    count += 1
    unsafe record(number).initialize(
      to: TermRecord(
        key: key, keyLength: UInt32(term.count + 1), firstChunk: chunk, cursor: chunk,
        room: Self.firstChunkSize, chunkSize: Self.firstChunkSize))
    unsafe slots[slot] = tag | UInt64(number + 1)
    if count * 2 > slotCount { growSlots() }
    return number
  }

  private mutating func growSlots() {
    let larger = slotCount * 4
    let moved = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    unsafe moved.initialize(repeating: 0, count: larger)
    for number in 0..<count {
      let hash = unsafe TermHash.of(
        field: key(of: number)[0], .init(rebasing: key(of: number)[1...]))
      var slot = Int(truncatingIfNeeded: hash) & (larger - 1)
      while unsafe moved[slot] != 0 { slot = (slot + 1) & (larger - 1) }
      unsafe moved[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
    unsafe slots.deallocate()
    unsafe slots = moved
    slotCount = larger
  }

  /// The field's number and the bytes of a term; valid until something is added.
  func key(of number: Int) -> UnsafeBufferPointer<UInt8> {
    let record = unsafe self.record(number)
    return unsafe UnsafeBufferPointer(
      start: (arena.base + record.pointee.key).assumingMemoryBound(to: UInt8.self),
      count: Int(record.pointee.keyLength))
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
    var size = Int(Self.firstChunkSize)
    while true {
      let cursor = unsafe record.pointee.cursor
      let isLast = cursor >= chunk && cursor <= chunk + size
      let used = isLast ? cursor - chunk : size
      unsafe bytes.append(
        contentsOf: UnsafeRawBufferPointer(start: arena.base + chunk, count: used))
      if isLast { return unsafe record.pointee.documentFrequency }
      chunk = unsafe arena.base.loadUnaligned(fromByteOffset: chunk + size, as: Int.self)
      size = min(size * 2, Int(Self.largestChunkSize))
    }
  }
}
