import GazetteAnalysis

/// The terms of a segment in memory: an open-addressing hash table from keys to headers, and the arena of their postings.
///
/// No term has memory of its own: headers, keys and postings lie in one arena, addressed by 32-bit offsets.
@safe struct TermTable: ~Copyable {
  private var arena: ByteArena
  /// The hash of a key in the upper half, the offset of its header in the lower; 0 where free.
  private var slotMemory = ByteArena(capacity: 8 << Self.firstSlotBits)
  private var slotBits = Self.firstSlotBits
  /// How many terms there are.
  private(set) var count = 0
  /// Whether more was added than offsets can tell: the table holds only a part of it.
  private(set) var isOverfull = false
  private let limit: Int

  private static let firstSlotBits = 6
  private static let batchSize = 32
  /// What an arena holds before the first term, so that no header has the offset 0.
  private static let start = 8
  private let batch: UnsafeMutablePointer<TermKey>
  private let entries: UnsafeMutablePointer<UInt64>
  private let chunkSizes: UnsafeMutablePointer<UInt16>
  /// What was read only to have it near: kept, so that the reading is not left out.
  private var touched: UInt64 = 0

  /// Creates a table that is likely to grow to a number of bytes, and may grow to another.
  init(expectedByteCount: Int = 0, limit: Int = SegmentLimits().offsetBytes) {
    self.limit = limit
    arena = ByteArena(
      capacity: 16 << 10, reserving: min(expectedByteCount, 256 << 20) / 8 * 9 + (1 << 20))
    _ = arena.allocate(Self.start)
    slotMemory.allocateZeros()
    unsafe batch = .allocate(capacity: Self.batchSize)
    unsafe entries = .allocate(capacity: Self.batchSize)
    unsafe chunkSizes = .allocate(capacity: TermHeader.chunkSizes.count)
    for (index, size) in TermHeader.chunkSizes.enumerated() {
      unsafe (chunkSizes + index).initialize(to: size)
    }
  }

  deinit {
    unsafe batch.deallocate()
    unsafe entries.deallocate()
    unsafe chunkSizes.deallocate()
  }

  private var slots: UnsafeMutablePointer<UInt64> {
    @inline(__always) get { unsafe slotMemory.base.assumingMemoryBound(to: UInt64.self) }
  }

  /// How many bytes of memory the table has taken.
  var byteCount: Int { arena.count - Self.start + (count == 0 ? 0 : 8 << slotBits) }

  /// Forgets all terms and keeps the memory.
  mutating func removeAll() {
    arena.removeAll()
    _ = arena.allocate(Self.start)
    unsafe slotMemory.base.initializeMemory(as: UInt8.self, repeating: 0, count: 8 << slotBits)
    count = 0
    isOverfull = false
  }

  /// The header of a term.
  @inline(__always)
  private func header(_ offset: UInt32) -> UnsafeMutablePointer<TermHeader> {
    unsafe (arena.base + Int(offset)).assumingMemoryBound(to: TermHeader.self)
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

  /// Reads the slots and the headers that the terms of the batch will likely need.
  @inline(__always)
  private mutating func touch(_ size: Int) {
    let slots = unsafe self.slots
    let shift = UInt64(64 - slotBits)
    for index in 0..<size {
      unsafe entries[index] = slots[Int(truncatingIfNeeded: batch[index].hash >> shift)]
    }
    var sum: UInt64 = 0
    for index in 0..<size {
      // The offset 0 is memory too, if of no term.
      let offset = unsafe UInt32(truncatingIfNeeded: entries[index])
      sum &+= unsafe UInt64(header(offset).pointee.nextDocID)
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
    guard reserve(for: key) else { return }
    let header = unsafe self.header(find(key))
    let next = unsafe header.pointee.nextDocID
    if next == docID + 1 {
      unsafe write((position &- header.pointee.lastPosition) << 1, to: header)
    } else {
      unsafe write((docID &- next) << 1 | 1, to: header)
      unsafe write(position, to: header)
      unsafe header.pointee.nextDocID = docID + 1
    }
    unsafe header.pointee.lastPosition = position
  }

  /// Adds a term without positions to an entry; a second time in one entry changes nothing.
  mutating func add(field: UInt8, keyword: UnsafeBufferPointer<UInt8>, docID: UInt32) {
    let key = unsafe TermKey(field: field, bytes: keyword, readable: keyword.count)
    guard reserve(for: key) else { return }
    let header = unsafe self.header(find(key))
    let next = unsafe header.pointee.nextDocID
    guard next != docID + 1 else { return }
    unsafe write(docID &- next, to: header)
    unsafe header.pointee.nextDocID = docID + 1
  }

  /// Makes room for everything that one occurrence can need, so that no pointer moves while it is added; false when no
  /// offset would reach there.
  @inline(__always)
  private mutating func reserve(for key: TermKey) -> Bool {
    let needed = unsafe key.bytes.count + 2 * 2048 + 128
    guard arena.count + needed < limit else {
      isOverfull = true
      return false
    }
    arena.reserve(needed)
    return true
  }

  @inline(__always)
  private mutating func write(_ number: UInt32, to header: UnsafeMutablePointer<TermHeader>) {
    let room = unsafe header.pointee.room
    guard room >= 5 else { return unsafe writeSlowly(number, to: header) }
    let cursor = unsafe header.pointee.cursor
    let place = unsafe (arena.base + Int(cursor)).assumingMemoryBound(to: UInt8.self)
    if number < 0x80 {
      unsafe place[0] = UInt8(truncatingIfNeeded: number)
      unsafe header.pointee.cursor = cursor &+ 1
      unsafe header.pointee.room = room &- 1
      return
    }
    var rest = number
    var length = 0
    while rest >= 0x80 {
      unsafe place[length] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      length &+= 1
    }
    unsafe place[length] = UInt8(truncatingIfNeeded: rest)
    unsafe header.pointee.cursor = cursor &+ UInt32(length + 1)
    unsafe header.pointee.room = room &- UInt16(length + 1)
  }

  /// Writes a number that may go over the end of the chunk.
  @inline(never)
  private mutating func writeSlowly(
    _ number: UInt32, to header: UnsafeMutablePointer<TermHeader>
  ) {
    var rest = number
    while true {
      if unsafe header.pointee.room == 0 { unsafe addChunk(to: header) }
      let byte = UInt8(truncatingIfNeeded: rest) & 0x7F | (rest >= 0x80 ? 0x80 : 0)
      unsafe arena.base.storeBytes(
        of: byte, toByteOffset: Int(header.pointee.cursor), as: UInt8.self)
      unsafe header.pointee.cursor += 1
      unsafe header.pointee.room -= 1
      if rest < 0x80 { return }
      rest >>= 7
    }
  }

  private mutating func addChunk(to header: UnsafeMutablePointer<TermHeader>) {
    let next = unsafe min(Int(header.pointee.chunkClass) + 1, TermHeader.chunkSizes.count - 1)
    let size = unsafe chunkSizes[next]
    let chunk = UInt32(arena.allocate(Int(size) + TermHeader.linkSize))
    unsafe arena.base.storeBytes(
      of: chunk, toByteOffset: Int(header.pointee.cursor), as: UInt32.self)
    unsafe header.pointee.cursor = chunk
    unsafe header.pointee.room = size
    unsafe header.pointee.chunkClass = UInt8(next)
  }

  @inline(__always)
  private mutating func find(_ key: TermKey) -> UInt32 {
    let mask = 1 << slotBits - 1
    var slot = Int(truncatingIfNeeded: key.hash >> UInt64(64 - slotBits))
    let slots = unsafe self.slots
    while true {
      let entry = unsafe slots[slot]
      if entry == 0 { break }
      if (entry ^ key.hash) >> 32 == 0 {
        let offset = UInt32(truncatingIfNeeded: entry)
        if holds(offset, key) { return offset }
      }
      slot = (slot + 1) & mask
    }
    return insert(key, slot: slot)
  }

  @inline(__always)
  private func holds(_ offset: UInt32, _ key: TermKey) -> Bool {
    let header = unsafe self.header(offset)
    let count = unsafe key.bytes.count
    guard unsafe Int(header.pointee.length) == count, unsafe header.pointee.field == key.field
    else { return false }
    let bytes = unsafe arena.base + Int(offset) + TermHeader.size
    // A chunk follows every key, so that eight bytes may be read.
    let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    if count <= 8 {
      return count == 0 || (word ^ key.prefix) << UInt64(64 - 8 * count) == 0
    }
    guard word == key.prefix else { return false }
    for at in 8..<count {
      if unsafe bytes.load(fromByteOffset: at, as: UInt8.self) != key.bytes[at] { return false }
    }
    return true
  }

  private mutating func insert(_ key: TermKey, slot: Int) -> UInt32 {
    let count = unsafe key.bytes.count
    let chunkSize = TermHeader.chunkSizes[0]
    let size = TermHeader.size + count + Int(chunkSize) + TermHeader.linkSize
    let offset = arena.allocate((size + 3) & ~3)
    let place = unsafe arena.base + offset
    let cursor = offset + TermHeader.size + count
    unsafe place.bindMemory(to: TermHeader.self, capacity: 1).initialize(
      to: TermHeader(
        cursor: UInt32(cursor), room: chunkSize, field: key.field, length: UInt32(count)))
    if let source = unsafe key.bytes.baseAddress {
      unsafe (place + TermHeader.size).copyMemory(from: source, byteCount: count)
    }
    unsafe slots[slot] = key.hash & 0xFFFF_FFFF_0000_0000 | UInt64(offset)
    self.count += 1
    if self.count * 4 > 3 << slotBits { growSlots() }
    return UInt32(offset)
  }

  /// Doubles the slots: a term's slot comes from the first bits of its hash, so that the order of the terms stays.
  private mutating func growSlots() {
    let bits = slotBits + 1
    let mask = 1 << bits - 1
    var memory = ByteArena(capacity: 8 << bits)
    memory.allocateZeros()
    let moved = unsafe memory.base.assumingMemoryBound(to: UInt64.self)
    for index in 0..<(1 << slotBits) {
      let entry = unsafe slots[index]
      guard entry != 0 else { continue }
      var slot = Int(truncatingIfNeeded: entry >> UInt64(64 - bits))
      while unsafe moved[slot] != 0 { slot = (slot + 1) & mask }
      unsafe moved[slot] = entry
    }
    slotMemory = memory
    slotBits = bits
  }

  /// The field's number and the bytes of a term; the bytes are valid until something is added.
  func term(_ offset: UInt32) -> (field: UInt8, bytes: UnsafeBufferPointer<UInt8>) {
    let header = unsafe self.header(offset)
    return unsafe (
      header.pointee.field,
      UnsafeBufferPointer(
        start: (arena.base + Int(offset) + TermHeader.size).assumingMemoryBound(to: UInt8.self),
        count: Int(header.pointee.length))
    )
  }

  /// Calls back with the offset of every term, in no order.
  func forEach(_ body: (UInt32) -> Void) {
    for index in 0..<(1 << slotBits) {
      let entry = unsafe slots[index]
      if entry != 0 { body(UInt32(truncatingIfNeeded: entry)) }
    }
  }

  /// Hands the chain of a term piece by piece to a closure.
  func forEachChunk(
    of offset: UInt32, _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    let header = unsafe self.header(offset)
    let end = unsafe Int(header.pointee.cursor)
    let last = unsafe Int(header.pointee.chunkClass)
    var chunk = unsafe Int(offset) + TermHeader.size + Int(header.pointee.length)
    var number = 0
    while true {
      let size = Int(TermHeader.chunkSizes[number])
      let isLast = number == last && end >= chunk && end <= chunk + size
      unsafe try body(
        UnsafeRawBufferPointer(start: arena.base + chunk, count: isLast ? end - chunk : size))
      if isLast { return }
      chunk = unsafe Int(
        arena.base.loadUnaligned(fromByteOffset: chunk + size, as: UInt32.self))
      number = min(number + 1, TermHeader.chunkSizes.count - 1)
    }
  }
}
