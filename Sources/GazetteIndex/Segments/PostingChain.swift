/// Turns chains of postings (see `TermHeader`) into the input of a posting list, by blocks.
@safe final class PostingChain {
  /// How many bytes behind a chain may be read.
  static let slack = 32
  private static let blockSize = 128

  private let hasPositions: Bool
  private let list: PostingListWriter
  private let docIDs = NumberBuffer(capacity: PostingChain.blockSize)
  private let frequencies = NumberBuffer(capacity: PostingChain.blockSize)
  private let positions = NumberBuffer(capacity: 1024)
  private var next: UInt32 = 0

  /// Feeds a posting list of a field with or without positions.
  init(into list: PostingListWriter, hasPositions: Bool) {
    self.list = list
    self.hasPositions = hasPositions
  }

  /// Begins a chain, whose entries count from a base; the list goes on.
  func begin(at base: UInt32 = 0) { next = base }

  /// Ends a chain.
  func end() throws(IndexError) { try flush() }

  private func flush() throws(IndexError) {
    guard docIDs.count > 0 else { return }
    unsafe try list.append(
      docIDs: docIDs.base, frequencies: frequencies.base, count: docIDs.count,
      positionDeltas: positions.base)
    docIDs.count = 0
    frequencies.count = 0
    positions.count = 0
  }

  /// Takes a part of a chain, after which `slack` bytes may be read; how many bytes of it were taken: all of the last part.
  func append(
    _ bytes: UnsafePointer<UInt8>, count: Int, isLast: Bool
  ) throws(IndexError) -> Int {
    let limit = isLast ? count : count - Self.slack
    return hasPositions
      ? try unsafe appendPositions(bytes, limit) : try unsafe appendEntries(bytes, limit)
  }

  private func appendEntries(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int
  ) throws(IndexError) -> Int {
    var at = 0
    while at < limit {
      if docIDs.count == Self.blockSize { try flush() }
      let docID = unsafe next &+ Self.varint(bytes, &at)
      docIDs.append(docID)
      frequencies.append(1)
      next = docID &+ 1
    }
    return at
  }

  private func appendPositions(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int
  ) throws(IndexError) -> Int {
    var at = 0
    var next = next
    while at < limit {
      let number = unsafe Self.varint(bytes, &at)
      if number & 1 == 0 {
        // A chain begins with an entry, so that there is one.
        let last = max(0, docIDs.count - 1)
        unsafe frequencies.base[last] &+= 1
        positions.append(number >> 1)
        continue
      }
      if docIDs.count == Self.blockSize { try flush() }
      let docID = next &+ number >> 1
      docIDs.append(docID)
      frequencies.append(1)
      next = docID &+ 1
      positions.append(unsafe Self.varint(bytes, &at))
    }
    self.next = next
    return at
  }

  @inline(__always)
  private static func varint(_ bytes: UnsafePointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = unsafe UInt32(bytes[at])
    at &+= 1
    if first < 0x80 { return first }
    let second = unsafe UInt32(bytes[at])
    at &+= 1
    var value = first & 0x7F | (second & 0x7F) << 7
    var last = second
    var shift: UInt32 = 14
    while last >= 0x80, shift < 35 {
      last = unsafe UInt32(bytes[at])
      at &+= 1
      value |= (last & 0x7F) << shift
      shift += 7
    }
    return value
  }
}
