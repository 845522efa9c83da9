#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to write an index: held by one process at a time, and given back by the system when the process ends.
final class WriterLock {
  /// The name of the file that is locked; it holds the number of the process that last held it.
  static let name = "lock"
  private var descriptor: Int32

  /// Takes the lock of a folder; throws `IndexError.locked` when another writer holds it.
  init(folder: IndexFolder) throws(IndexError) {
    let path = folder.path(of: Self.name)
    try folder.step("lock", path)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .io(operation: "open", path: path, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      if code == EWOULDBLOCK { throw .locked(path: folder.path, holder: holder) }
      throw .io(operation: "lock", path: path, errno: code)
    }
    // Only for the message of whoever comes second: a failure here harms nothing.
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    unsafe text.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { _ = unsafe pwrite(descriptor, base, bytes.count, 0) }
    }
  }

  /// Gives the right back.
  func release() {
    guard descriptor >= 0 else { return }
    // Closing alone is not enough: a process that another thread is just starting holds a copy of the descriptor until
    // it has become its own program, and with the copy the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
    descriptor = -1
  }

  deinit { release() }

  private static func holder(_ descriptor: Int32) -> String {
    var digits: [UInt8] = Array(repeating: 0, count: 20)
    let count = unsafe digits.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe pread(descriptor, base, bytes.count, 0)
    }
    let number = digits[..<max(0, count)].prefix { $0 >= 0x30 && $0 <= 0x39 }
    return number.isEmpty
      ? "another process" : "process " + String(decoding: number, as: UTF8.self)
  }
}
