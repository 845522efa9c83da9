#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file for what does not fit into memory while a segment is made: without a name, so that it is gone with the process.
///
/// It is written from front to back in blocks, whose checksums stay in memory, and read block by block.
final class SpillFile {
  /// How many bytes a block has, unless it is the last before `endPart()`.
  static let blockSize = 64 << 10
  private static let name = "spill"

  private struct Block {
    let offset: Int
    let count: Int
    let checksum: UInt64
  }

  private let folder: IndexFolder
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var blocks: [Block] = []
  /// How many bytes have been written.
  private(set) var count = 0

  /// Makes a file in a folder.
  init(in folder: IndexFolder) throws(IndexError) {
    self.folder = folder
    path = folder.path(of: folder.temporaryName(for: Self.name))
    try folder.step("create", path)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .io(operation: "create", path: path, errno: errno) }
    if folder.isAlive { unsafe unlink(path) }
    pending.reserveCapacity(Self.blockSize)
  }

  deinit { close(descriptor) }

  /// How many blocks there are: the place of the next.
  var blockCount: Int { blocks.count }

  /// Appends bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let part = min(rest.count, Self.blockSize - pending.count)
      unsafe pending.append(contentsOf: rest[..<part])
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[part...])
      if pending.count == Self.blockSize { try flush() }
    }
  }

  /// Appends a number of seven bits a byte, least significant first.
  func append(varint number: Int) throws(IndexError) {
    var rest = number
    while rest >= 0x80 {
      pending.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      if pending.count == Self.blockSize { try flush() }
      rest >>= 7
    }
    pending.append(UInt8(truncatingIfNeeded: rest))
    if pending.count == Self.blockSize { try flush() }
  }

  /// Forgets what was appended and not ended, after a failure.
  func beginPart() { pending.removeAll(keepingCapacity: true) }

  /// Writes what is pending, so that what follows begins with a block.
  func endPart() throws(IndexError) { if !pending.isEmpty { try flush() } }

  private func flush() throws(IndexError) {
    try folder.step("write", path)
    unsafe try pending.withUnsafeBufferPointer { (buffer) throws(IndexError) in
      let bytes = UnsafeRawBufferPointer(buffer)
      var rest = unsafe bytes
      while let base = rest.baseAddress, rest.count > 0 {
        let place = count + bytes.count - rest.count
        switch unsafe folder.write(descriptor, base, rest.count, at: place) {
        case .success(let written):
          unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        case .failure(let error):
          if error.code == EINTR { continue }
          throw IndexError.io(operation: "write", path: path, errno: error.code)
        }
      }
      blocks.append(
        Block(offset: count, count: bytes.count, checksum: unsafe Checksum.of(bytes)))
    }
    count += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// The error that says that what was read makes no sense.
  func damaged() -> IndexError {
    .corrupt(file: path, offset: 0, what: "what was written comes back damaged")
  }

  /// How many bytes a block has.
  func byteCount(ofBlock number: Int) -> Int { blocks[number].count }

  /// Reads a block to a place with room for it.
  func read(block number: Int, to target: UnsafeMutableRawPointer) throws(IndexError) {
    let block = blocks[number]
    var done = 0
    while done < block.count {
      let read = unsafe pread(
        descriptor, target + done, block.count - done, off_t(block.offset + done))
      if read < 0, errno == EINTR { continue }
      guard read > 0 else {
        throw .io(operation: "read", path: path, errno: read < 0 ? errno : EIO)
      }
      done += read
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: target, count: block.count)
    guard unsafe Checksum.of(bytes) == block.checksum else {
      throw damaged()
    }
  }
}
