import CZlib

/// Writes a ZIP archive in memory: deflated entries with UTF-8 names and no clock time, so that the same files give the same bytes.
///
/// After PKWARE's APPNOTE 6.3; zlib deflates and counts the check sums. Libraries for whole archives would be one more to
/// install, and zlib is there already.
struct ZIPArchiveWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980, where the format's dates begin.
  private static let date = 0x0021

  /// Adds a file.
  mutating func add(_ name: String, _ data: [UInt8]) {
    let name = Array(name.utf8)
    let sum = UInt32(truncatingIfNeeded: crc32(0, data, UInt32(data.count)))
    let packed = Self.deflated(data)
    let body = packed ?? data
    var head: [UInt8] = []
    Self.put(20, 2, &head)
    Self.put(0x0800, 2, &head)
    Self.put(packed == nil ? 0 : 8, 2, &head)
    Self.put(0, 2, &head)
    Self.put(Self.date, 2, &head)
    Self.put(Int(sum), 4, &head)
    Self.put(body.count, 4, &head)
    Self.put(data.count, 4, &head)
    Self.put(name.count, 2, &head)
    Self.put(0, 2, &head)
    let offset = bytes.count
    Self.put(0x0403_4B50, 4, &bytes)
    bytes += head + name + body
    Self.put(0x0201_4B50, 4, &directory)
    Self.put(20, 2, &directory)
    directory += head
    for _ in 0..<3 { Self.put(0, 2, &directory) }
    Self.put(0, 4, &directory)
    Self.put(offset, 4, &directory)
    directory += name
    count += 1
  }

  /// The archive.
  consuming func finished() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    Self.put(0x0605_4B50, 4, &bytes)
    Self.put(0, 4, &bytes)
    Self.put(count, 2, &bytes)
    Self.put(count, 2, &bytes)
    Self.put(directory.count, 4, &bytes)
    Self.put(start, 4, &bytes)
    Self.put(0, 2, &bytes)
    return bytes
  }

  private static func put(_ value: Int, _ size: Int, _ bytes: inout [UInt8]) {
    for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  /// The data deflated without a header; `nil` when that saves nothing.
  private static func deflated(_ data: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var input = data
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(data.count))))
    let isDone = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard isDone, Int(stream.total_out) < data.count else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
