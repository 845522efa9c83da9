import Gazette

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads what comes in on standard input.
enum StandardInput {
  /// All bytes up to the end.
  ///
  /// - Parameter limit: More bytes are refused.
  /// - Returns: The bytes.
  /// - Throws: `ParseError.tooLarge` for more, `CorpusError` when reading fails.
  static func bytes(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw CorpusError.io(operation: "read", path: "-", errno: errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw ParseError.tooLarge(bytes: bytes.count, limit: limit)
      }
    }
  }
}
