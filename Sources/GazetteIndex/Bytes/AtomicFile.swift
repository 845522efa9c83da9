#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that appears under its name whole or not at all: written beside, synchronised, renamed.
///
/// The caller synchronises the folder, once for all the files that it publishes together. A file that is dropped before
/// `publish` leaves nothing behind; one that a killed process leaves has the ending `temporaryEnding`.
package final class AtomicFile {
  /// How the names of unfinished files end.
  static let temporaryEnding = ".tmp"

  private let folder: IndexFolder
  private let target: String
  private let temporary: String
  private var descriptor: Int32
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Begins a file in a folder.
  package init(name: String, in folder: IndexFolder) throws(IndexError) {
    self.folder = folder
    target = folder.path(of: name)
    temporary = target + Self.temporaryEnding
    try folder.step("create", temporary)
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .io(operation: "create", path: temporary, errno: errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if folder.isAlive { unsafe unlink(temporary) }
  }

  /// Appends bytes, however many calls the system needs for them.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var rest = unsafe bytes
    do {
      try folder.step("write", temporary)
    } catch {
      // A process that dies while it writes leaves a part.
      unsafe write(descriptor, bytes)
      throw error
    }
    while let base = rest.baseAddress, rest.count > 0 {
      switch unsafe folder.write(descriptor, base, rest.count) {
      case .success(let written):
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      case .failure(let error):
        if error.code == EINTR { continue }
        throw .io(operation: "write", path: temporary, errno: error.code)
      }
    }
    count += bytes.count
  }

  private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) {
    if let base = bytes.baseAddress { _ = unsafe folder.write(descriptor, base, bytes.count / 2) }
  }

  /// Makes the bytes durable and gives the file its name; the folder must still be synchronised.
  package func publish() throws(IndexError) {
    try folder.step("synchronize", temporary)
    try folder.synchronize(descriptor, temporary)
    close(descriptor)
    descriptor = -1
    do throws(IndexError) {
      try folder.step("rename", temporary)
      guard unsafe rename(temporary, target) == 0 else {
        throw IndexError.io(operation: "rename", path: temporary, errno: errno)
      }
    } catch {
      if folder.isAlive { unsafe unlink(temporary) }
      throw error
    }
  }
}
