/// What is stored for a group, decompressed as far as it has been asked for.
///
/// Used by one thread at a time.
@safe package final class StoredBytes {
  /// How many bytes there are.
  package let count: Int
  private let memory: UnsafeMutableRawPointer
  /// Where the frame of each block ends, counted from the first frame.
  private let ends: [Int]
  private let framesStart: Int
  private var isOpen: [Bool]
  private let file: CheckedFile
  private let offset: Int
  private let decompressors: DecompressorPool

  /// Looks at packed bytes that lie in a part of a file; checks and reads what tells their lengths, no more.
  init(
    _ packed: Range<Int>, in file: CheckedFile, _ decompressors: DecompressorPool
  ) throws(IndexError) {
    guard let layout = try Self.layout(of: packed, in: file) else {
      throw file.corrupt(packed.lowerBound, "a group's stored bytes are damaged")
    }
    self.file = file
    offset = packed.lowerBound
    self.decompressors = decompressors
    count = layout.count
    ends = layout.ends
    framesStart = layout.start
    isOpen = Array(repeating: false, count: layout.ends.count)
    unsafe memory = .allocate(byteCount: max(1, layout.count), alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// Reads the lengths; `nil` when they do not fit the bytes that are there.
  private static func layout(
    of packed: Range<Int>, in file: CheckedFile
  ) throws(IndexError) -> (count: Int, ends: [Int], start: Int)? {
    if packed.isEmpty { return (0, [], 0) }
    func head(_ length: Int) throws(IndexError) -> ByteReader {
      let length = min(packed.count, length)
      return ByteReader(
        try file.checked(packed.lowerBound, length, "a group's stored bytes"))
    }
    // A varint has at most 10 bytes, and the length of a frame at most two.
    var reader = try head(10)
    let count = reader.varint()
    // Every block has a length of at least a byte, which bounds the memory that is asked for.
    guard !reader.hasFailed, count <= UInt64(packed.count) * UInt64(StoredFormat.blockSize) else {
      return nil
    }
    let blocks = StoredFormat.blockCount(Int(count))
    guard blocks <= packed.count - reader.offset else { return nil }
    reader = try head(reader.offset + blocks * 2)
    _ = reader.varint()
    var ends: [Int] = []
    var end = 0
    for block in 0..<blocks {
      let length = Int(reader.varint32())
      guard length > 0, length <= size(of: block, count: Int(count)) else { return nil }
      end += length
      ends.append(end)
    }
    guard !reader.hasFailed, packed.count - reader.offset == end else { return nil }
    return (Int(count), ends, reader.offset)
  }

  private static func size(of block: Int, count: Int) -> Int {
    min(StoredFormat.blockSize, count - block * StoredFormat.blockSize)
  }

  /// Hands some of the bytes to a closure, to be read one after the other.
  ///
  /// Costs a decompression of the blocks not asked for before. The reader must not leave the closure.
  ///
  /// - Throws: `IndexError.corrupt` when a block is damaged, or the range lies outside.
  package func reading<Result>(
    _ range: Range<Int>, _ body: (inout ByteReader) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    // The bytes go with this object, whose last use may be before theirs.
    defer { withExtendedLifetime(self) {} }
    var reader = ByteReader(try view(range))
    return try body(&reader)
  }

  /// A copy of some of the bytes.
  package func array(_ range: Range<Int>) throws(IndexError) -> [UInt8] {
    defer { withExtendedLifetime(self) {} }
    return try view(range).array
  }

  /// A copy of all bytes.
  package func array() throws(IndexError) -> [UInt8] { try array(0..<count) }

  /// Some of the bytes, valid as long as this object lives.
  func view(_ range: Range<Int>) throws(IndexError) -> ByteView {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      throw file.corrupt(offset, "a group's stored bytes are too few")
    }
    if !range.isEmpty {
      let size = StoredFormat.blockSize
      for block in (range.lowerBound / size)...((range.upperBound - 1) / size)
      where !isOpen[block] {
        try open(block)
      }
    }
    return unsafe ByteView(
      base: UnsafePointer((memory + range.lowerBound).assumingMemoryBound(to: UInt8.self)),
      count: range.count)
  }

  private func open(_ block: Int) throws(IndexError) {
    let start = block == 0 ? 0 : ends[block - 1]
    let size = Self.size(of: block, count: count)
    let frame = try file.checked(
      offset + framesStart + start, ends[block] - start, "a group's stored bytes")
    let target = unsafe UnsafeMutableRawBufferPointer(
      start: memory + block * StoredFormat.blockSize, count: size)
    if frame.count == size {
      unsafe target.copyMemory(from: UnsafeRawBufferPointer(frame.buffer))
    } else if unsafe !decompressors.fill(target, from: frame.buffer) {
      throw file.corrupt(offset + framesStart + start, "a group's stored bytes are damaged")
    }
    isOpen[block] = true
  }
}
