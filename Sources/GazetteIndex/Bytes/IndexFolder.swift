#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of an index as its writer uses it: every effect on the disk goes through here.
///
/// A test can let the folder fail from a certain effect on, as if the process had ended there.
package final class IndexFolder {
  /// The path of the folder.
  package let path: String
  /// How many effects may still happen before every further one fails; `nil` for no limit.
  private var allowance: Int?
  /// Whether only one effect fails, and those after it succeed again.
  private let failsOnce: Bool
  /// Is told of every effect just before it happens: what is done, and to which path.
  package var observer: ((_ operation: String, _ path: String) -> Void)?
  /// What the system does to calls that write and synchronise, as full disks and signals do.
  package var faults = DiskFaults()
  /// How many effects have happened.
  package private(set) var effectCount = 0

  /// Names a folder, which need not exist.
  package init(path: String, failingAfter allowance: Int? = nil) {
    self.path = path
    self.allowance = allowance
    failsOnce = false
  }

  /// Names a folder whose effects fail once.
  package init(path: String, failingOnceAfter allowance: Int) {
    self.path = path
    self.allowance = allowance
    failsOnce = true
  }

  /// The path of a file in the folder.
  func path(of name: String) -> String { path + "/" + name }

  /// Whether the folder still takes effects.
  var isAlive: Bool { allowance != 0 || failsOnce }

  /// Counts one effect; throws when the allowance is used up.
  func step(_ operation: String, _ path: String) throws(IndexError) {
    if let left = allowance {
      if left == 0 {
        if failsOnce { allowance = nil }
        throw .io(operation: operation, path: path, errno: EIO)
      }
      allowance = left - 1
    }
    effectCount += 1
    observer?(operation, path)
  }

  /// Makes the folder and those above it, where they are missing.
  func create() throws(IndexError) {
    let bytes = Array(path.utf8)
    for end in 1..<(bytes.count + 1) where end == bytes.count || bytes[end] == 0x2F {
      let parent = String(decoding: bytes[..<end], as: UTF8.self)
      guard unsafe access(parent, F_OK) != 0 else { continue }
      try step("create", parent)
      if unsafe mkdir(parent, 0o777) != 0, errno != EEXIST {
        throw .io(operation: "create", path: parent, errno: errno)
      }
    }
  }

  /// The names of the files in the folder, sorted.
  func list() throws(IndexError) -> [String] {
    guard let stream = unsafe opendir(path) else {
      throw .io(operation: "list", path: path, errno: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file; it may be gone already.
  func remove(_ name: String) throws(IndexError) {
    let path = path(of: name)
    try step("remove", path)
    if unsafe unlink(path) != 0, errno != ENOENT {
      throw .io(operation: "remove", path: path, errno: errno)
    }
  }

  /// Makes the names in the folder durable.
  func synchronize() throws(IndexError) {
    try step("synchronize", path)
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(operation: "open", path: path, errno: errno) }
    defer { close(descriptor) }
    try synchronize(descriptor, path)
  }

  /// Makes what a descriptor stands for durable.
  ///
  /// A failure is final: the system may have dropped what it could not write and say yes the next time.
  func synchronize(_ descriptor: Int32, _ path: String) throws(IndexError) {
    while true {
      let code = faults.nextSync() ?? (fsync(descriptor) == 0 ? 0 : errno)
      if code == EINTR { continue }
      if code == 0 { return }
      throw .io(operation: "synchronize", path: path, errno: code)
    }
  }

  /// One call that writes: how many bytes were taken, or the error.
  func write(
    _ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int
  ) -> Result<Int, SystemError> {
    var count = count
    if let code = faults.nextWrite(&count) { return .failure(SystemError(code: code)) }
    #if canImport(Glibc)
      let written = unsafe Glibc.write(descriptor, base, count)
    #else
      let written = unsafe Darwin.write(descriptor, base, count)
    #endif
    return written < 0 ? .failure(SystemError(code: errno)) : .success(written)
  }
}
