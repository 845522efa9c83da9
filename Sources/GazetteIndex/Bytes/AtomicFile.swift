#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that appears under its name whole or not at all: written beside, synchronised, renamed.
///
/// The caller synchronises the folder, once for all the files that it publishes together. A file that is dropped before
/// `publish` leaves nothing behind; one that a killed process leaves has the ending `temporaryEnding`.
/// It is used by one thread at a time, which may hand it to another.
package final class AtomicFile: @unchecked Sendable {
  /// How the names of unfinished files end.
  static let temporaryEnding = ".tmp"

  private let folder: IndexFolder
  private let name: String?
  /// Where the file lies until it is published.
  let temporary: String
  private var descriptor: Int32
  /// Whether what was written may be lost.
  private var isDoubtful = false
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Begins a file in a folder.
  package convenience init(name: String, in folder: IndexFolder) throws(IndexError) {
    try self.init(name: name, temporary: name + Self.temporaryEnding, in: folder)
  }

  /// Begins a file that is given its name when it is published.
  convenience init(in folder: IndexFolder) throws(IndexError) {
    try self.init(name: nil, temporary: folder.temporaryName(for: "new"), in: folder)
  }

  private init(name: String?, temporary: String, in folder: IndexFolder) throws(IndexError) {
    self.folder = folder
    self.name = name
    self.temporary = folder.path(of: temporary)
    descriptor = -1
    let temporary = self.temporary
    try folder.step("create", temporary)
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .io(operation: "create", path: temporary, errno: errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if folder.isAlive { unsafe unlink(temporary) }
  }

  /// Appends bytes, however many calls the system needs for them; when it throws, none, and it may be tried again.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var rest = unsafe bytes
    do {
      try folder.step("write", temporary)
    } catch {
      // A process that dies while it writes leaves a part.
      if let base = bytes.baseAddress {
        _ = unsafe pwrite(descriptor, base, bytes.count / 2, off_t(count))
      }
      throw error
    }
    while let base = rest.baseAddress, rest.count > 0 {
      let place = count + bytes.count - rest.count
      switch unsafe folder.write(descriptor, base, rest.count, at: place) {
      case .success(let written):
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      case .failure(let error):
        if error.code == EINTR { continue }
        throw .io(operation: "write", path: temporary, errno: error.code)
      }
    }
    count += bytes.count
  }

  /// Takes back what was written from a place on.
  func truncate(to count: Int) { self.count = min(self.count, count) }

  /// Makes the bytes durable and gives the file its name, or another; the folder must still be synchronised.
  ///
  /// When it throws, it may be tried again; but once the system has failed to make bytes durable it always throws, because
  /// the system may have dropped them and say yes the next time.
  package func publish(as name: String? = nil) throws(IndexError) {
    guard let name = name ?? self.name else { preconditionFailure("the file has no name") }
    try folder.step("synchronize", temporary)
    // Bytes that were taken back lie behind the end.
    guard ftruncate(descriptor, off_t(count)) == 0 else {
      throw .io(operation: "synchronize", path: temporary, errno: errno)
    }
    guard !isDoubtful else { throw .io(operation: "synchronize", path: temporary, errno: EIO) }
    do {
      try folder.synchronize(descriptor, temporary)
    } catch {
      isDoubtful = true
      throw error
    }
    let target = folder.path(of: name)
    try folder.step("rename", temporary, to: target)
    guard unsafe rename(temporary, target) == 0 else {
      throw IndexError.io(operation: "rename", path: temporary, errno: errno)
    }
    close(descriptor)
    descriptor = -1
  }
}
