#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file mapped into memory, to read.
///
/// The map stays whole when the file is unlinked or another takes its name. It does not when the file is cut short, which
/// would end the process: files of an index are never rewritten in place, only replaced.
@safe package final class MappedFile: @unchecked Sendable {
  /// Where the file lay when it was mapped.
  package let path: String
  /// The bytes of the file; valid as long as this object lives.
  package let view: ByteView
  private let address: UnsafeMutableRawPointer?

  /// Maps a file; throws `IndexError.io` when the system refuses, and `missing` when there is no such file.
  package init(path: String) throws(IndexError) {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT { throw .missing(path: path) }
      throw .io(operation: "open", path: path, errno: code)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .io(operation: "measure", path: path, errno: errno)
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      throw .corrupt(file: path, offset: 0, what: "the file is empty")
    }
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .io(operation: "map", path: path, errno: errno)
    }
    unsafe self.address = address
    view = unsafe ByteView(
      base: UnsafePointer(address.assumingMemoryBound(to: UInt8.self)), count: size)
  }

  /// Gives the memory of a range back to the system: reading it again fetches it from the file.
  func release(_ range: Range<Int>) {
    let page = 1 << 16
    let start = (range.lowerBound + page - 1) / page * page
    let end = min(range.upperBound, view.count) / page * page
    guard start < end, let address = unsafe address else { return }
    _ = unsafe madvise(address + start, end - start, MADV_DONTNEED)
  }

  deinit {
    if let address = unsafe address { unsafe munmap(address, view.count) }
  }
}
