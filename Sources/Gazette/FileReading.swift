#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads files of a corpus whole, and notices when they change meanwhile.
///
/// Files are read, not mapped: a mapped file that somebody shortens would end the process.
package enum FileReading {
  /// The bytes of a file as they were at one moment.
  ///
  /// The size and the time of change are compared before and after; a file that changed is read again, three times in
  /// all. Costs one buffer of the file's size.
  ///
  /// - Throws: `CorpusError`.
  package static func bytes(of path: String, limit: Int) throws(CorpusError) -> [UInt8] {
    for _ in 0..<3 {
      if let bytes = try attempt(path, limit: limit) { return bytes }
    }
    throw .changedWhileRead(path: path)
  }

  /// One attempt; `nil` when the file changed while it was read.
  private static func attempt(_ path: String, limit: Int) throws(CorpusError) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .io(operation: "open", path: path, errno: errno)
    }
    defer { close(descriptor) }
    let before = try status(of: descriptor, path: path)
    guard before.st_mode & S_IFMT == S_IFREG else {
      throw .io(operation: "read", path: path, errno: EISDIR)
    }
    let size = Int(before.st_size)
    guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
    let (bytes, failure) = read(descriptor, size: size)
    guard failure == 0 else { throw .io(operation: "read", path: path, errno: failure) }
    let after = try status(of: descriptor, path: path)
    guard bytes.count == size, after.st_size == before.st_size, sameTime(before, after) else {
      return nil
    }
    return bytes
  }

  private static func status(of descriptor: Int32, path: String) throws(CorpusError) -> stat {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else {
      throw .io(operation: "look at", path: path, errno: errno)
    }
    return found
  }

  private static func read(_ descriptor: Int32, size: Int) -> (bytes: [UInt8], failure: Int32) {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = readOnce(descriptor, buffer, from: count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    return (bytes, failure)
  }

  private static func readOnce(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from count: Int
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    #if canImport(Glibc)
      return Glibc.read(descriptor, base + count, buffer.count - count)
    #else
      return Darwin.read(descriptor, base + count, buffer.count - count)
    #endif
  }

  private static func sameTime(_ one: stat, _ other: stat) -> Bool {
    #if canImport(Glibc)
      one.st_mtim.tv_sec == other.st_mtim.tv_sec && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec
    #else
      one.st_mtimespec.tv_sec == other.st_mtimespec.tv_sec
        && one.st_mtimespec.tv_nsec == other.st_mtimespec.tv_nsec
    #endif
  }
}
