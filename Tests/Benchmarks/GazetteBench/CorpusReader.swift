#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file of passages, `id<TAB>title<TAB>text` a line, in batches of whole lines, so that little of it is in memory.
struct CorpusReader {
  /// A few lines.
  struct Batch {
    let bytes: [UInt8]
    /// Where the text of each line lies.
    let texts: [Range<Int>]
  }

  private let file: UnsafeMutablePointer<FILE>
  private var rest: [UInt8] = []
  private var left: Int
  private var linesLeft: Int
  private static let chunkSize = 256 << 10

  /// Opens a range of a file: the lines that begin in it, the first `limit` of them at most.
  init?(path: String, range: Range<Int>, limit: Int = .max) {
    guard let file = fopen(path, "rb") else { return nil }
    setvbuf(file, nil, _IONBF, 0)
    self.file = file
    linesLeft = limit
    left = range.count
    // A line that began before the range is not of it.
    if range.lowerBound > 0 {
      fseek(file, range.lowerBound - 1, SEEK_SET)
      left += 1
      readOn()
      let end = rest.firstIndex(of: 0x0A) ?? rest.count - 1
      rest.removeFirst(end + 1)
    }
  }

  /// The length of a file in bytes; 0 when there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  func close() { fclose(file) }

  /// Reads a chunk more; false at the end of the range or file.
  @discardableResult
  private mutating func readOn() -> Bool {
    // The last line may go beyond the range.
    let isBeyond = left <= 0
    let size = isBeyond ? 4096 : min(Self.chunkSize, left)
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    guard !chunk.isEmpty else { return false }
    if isBeyond {
      guard let end = chunk.firstIndex(of: 0x0A) else {
        rest += chunk
        return true
      }
      rest += chunk[...end]
      return false
    }
    left -= chunk.count
    rest += chunk
    return true
  }

  /// The next lines; `nil` at the end.
  mutating func next() -> Batch? {
    guard linesLeft > 0 else { return nil }
    var isOpen = true
    if left > 0 { isOpen = readOn() }
    while isOpen, left <= 0, rest.last ?? 0x0A != 0x0A { isOpen = readOn() }
    while isOpen, left > 0, !rest.contains(0x0A) { isOpen = readOn() }
    guard !rest.isEmpty else { return nil }
    var bytes = rest
    let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    rest = Array(bytes[end...])
    bytes.removeSubrange(end...)
    let texts = Self.texts(of: bytes, limit: linesLeft)
    linesLeft -= texts.count
    return Batch(bytes: bytes, texts: texts)
  }

  private static func texts(of bytes: [UInt8], limit: Int) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var texts: [Range<Int>] = []
      guard let base = bytes.baseAddress else { return texts }
      var at = 0
      while at < bytes.count, texts.count < limit {
        func find(_ byte: Int32, _ end: Int) -> Int? {
          memchr(base + at, byte, end - at).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        }
        let end = find(0x0A, bytes.count) ?? bytes.count
        for _ in 0..<2 { at = find(0x09, end).map { $0 + 1 } ?? at }
        texts.append(at..<end)
        at = end + 1
      }
      return texts
    }
  }
}
