/// Reads a run of terms from front to back.
@safe final class TermRunReader {
  /// The key of the current term: the field's number, then the bytes.
  private(set) var key: [UInt8] = []
  /// The first eight bytes of the key as a number that orders as they do.
  private(set) var prefix: UInt64 = 0
  /// Whether there is no further term.
  private(set) var isAtEnd = false

  private let file: SpillFile
  private let base: UInt32
  private var nextBlock: Int
  private let endBlock: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var at = 0
  private var end = 0
  /// How many bytes of the current term's chain are left.
  private var chainLeft = 0

  /// Opens a run; it stands before the first term.
  init(_ run: TermRun) {
    file = run.file
    base = run.base
    nextBlock = run.blocks.lowerBound
    endBlock = run.blocks.upperBound
    capacity = SpillFile.blockSize + 4096
    unsafe buffer = .allocate(capacity: capacity + PostingChain.slack)
  }

  deinit { unsafe buffer.deallocate() }

  /// Reads on until a number of bytes is there, or the run ends; how many are there.
  @inline(__always)
  private func ensure(_ count: Int) throws(IndexError) -> Int {
    if end - at < count { try fill(count) }
    return end - at
  }

  private func fill(_ count: Int) throws(IndexError) {
    while end - at < count, nextBlock < endBlock {
      let size = file.byteCount(ofBlock: nextBlock)
      let left = end - at
      if left + size > capacity {
        let larger = UnsafeMutablePointer<UInt8>.allocate(
          capacity: left + size + 4096 + PostingChain.slack)
        unsafe larger.update(from: buffer + at, count: left)
        unsafe buffer.deallocate()
        unsafe buffer = larger
        capacity = left + size + 4096
      } else {
        unsafe buffer.update(from: buffer + at, count: left)
      }
      at = 0
      try unsafe file.read(block: nextBlock, to: UnsafeMutableRawPointer(buffer + left))
      nextBlock += 1
      end = left + size
    }
  }

  private func varint() throws(IndexError) -> Int {
    let there = try ensure(10)
    var value = 0
    for index in 0..<min(there, 9) {
      let byte = unsafe buffer[at + index]
      value |= Int(byte & 0x7F) << (7 * index)
      if byte < 0x80 {
        at += index + 1
        return value
      }
    }
    throw file.damaged()
  }

  /// Goes to the next term, whose chain follows; false at the end.
  func next() throws(IndexError) -> Bool {
    while chainLeft > 0 {
      let part = try min(ensure(1), chainLeft)
      guard part > 0 else { throw file.damaged() }
      at += part
      chainLeft -= part
    }
    guard try ensure(1) > 0 else {
      isAtEnd = true
      return false
    }
    let shared = try varint()
    let count = try varint()
    guard shared <= key.count, try ensure(count) >= count else { throw file.damaged() }
    key.removeSubrange(shared...)
    unsafe key.append(contentsOf: UnsafeBufferPointer(start: buffer + at, count: count))
    at += count
    guard !key.isEmpty else { throw file.damaged() }
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < key.count ? UInt64(key[index]) : 0) }
    self.prefix = prefix
    chainLeft = try varint()
    return true
  }

  /// Hands the postings of the term over.
  func replay(into chain: PostingChain) throws(IndexError) {
    chain.begin(at: base)
    while chainLeft > 0 {
      let there = try ensure(4 * PostingChain.slack)
      let part = min(there, chainLeft)
      guard part > 0 else { throw file.damaged() }
      let isLast = part == chainLeft
      let used = try unsafe chain.append(buffer + at, count: part, isLast: isLast)
      guard used > 0 else { throw file.damaged() }
      at += used
      chainLeft -= used
    }
    try chain.end()
  }
}
