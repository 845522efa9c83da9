#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Synchronization

/// The folder of an index as its writer uses it: every effect on the disk goes through here, from any thread.
///
/// A test can let the folder fail from a certain effect on, as if the process had ended there.
package final class IndexFolder: Sendable {
  private struct State {
    /// How many effects may still happen before every further one fails; `nil` for no limit.
    var allowance: Int?
    /// How many effects have happened.
    var effectCount = 0
    /// How many unfinished files have been given a name.
    var temporaryCount = 0
    var observer: Observer?
    var faults = DiskFaults()
  }

  /// Is told of every effect just before it happens: what is done, to which path, and where a file moves to.
  package typealias Observer =
    @Sendable (_ operation: String, _ path: String, _ target: String) -> Void

  /// The path of the folder.
  package let path: String
  /// Whether only one effect fails, and those after it succeed again.
  private let failsOnce: Bool
  private let state: Mutex<State>

  /// Names a folder, which need not exist.
  package init(path: String, failingAfter allowance: Int? = nil) {
    self.path = path
    state = Mutex(State(allowance: allowance))
    failsOnce = false
  }

  /// Names a folder whose effects fail once.
  package init(path: String, failingOnceAfter allowance: Int) {
    self.path = path
    state = Mutex(State(allowance: allowance))
    failsOnce = true
  }

  /// How many effects have happened.
  package var effectCount: Int { state.withLock { $0.effectCount } }

  /// Lets effects be watched.
  package func observe(_ observer: @escaping Observer) {
    state.withLock { $0.observer = observer }
  }

  /// Sets what the system does to calls that write and synchronise, as full disks and signals do.
  package func inject(_ faults: DiskFaults) { state.withLock { $0.faults = faults } }

  private func observe(_ operation: String, _ path: String, _ target: String) {
    let observer = state.withLock { $0.observer }
    observer?(operation, path, target)
  }

  /// The path of a file in the folder.
  func path(of name: String) -> String { path + "/" + name }

  /// A name for an unfinished file that no other of this process has.
  func temporaryName(for name: String) -> String {
    let number = state.withLock { state in
      state.temporaryCount += 1
      return state.temporaryCount
    }
    return "\(name)-\(number)" + AtomicFile.temporaryEnding
  }

  /// Whether the folder still takes effects.
  var isAlive: Bool { state.withLock { $0.allowance != 0 } || failsOnce }

  /// Counts one effect; throws when the allowance is used up.
  func step(
    _ operation: String, _ path: String, to target: String = ""
  ) throws(IndexError) {
    let isAllowed = state.withLock { state in
      if let left = state.allowance {
        if left == 0 {
          if failsOnce { state.allowance = nil }
          return false
        }
        state.allowance = left - 1
      }
      state.effectCount += 1
      return true
    }
    guard isAllowed else { throw .io(operation: operation, path: path, errno: EIO) }
    observe(operation, path, target)
  }

  /// Makes the folder and those above it, where they are missing, durably: a commit would be lost with its folder.
  func create() throws(IndexError) {
    let bytes = Array(path.utf8)
    for end in 1..<(bytes.count + 1) where end == bytes.count || bytes[end] == 0x2F {
      let parent = String(decoding: bytes[..<end], as: UTF8.self)
      guard unsafe access(parent, F_OK) != 0 else { continue }
      try step("create", parent)
      if unsafe mkdir(parent, 0o777) != 0, errno != EEXIST {
        throw .io(operation: "create", path: parent, errno: errno)
      }
      do {
        try synchronize(names: Self.folder(of: bytes[..<end]))
      } catch {
        // The next writer would find it there and not synchronise its name.
        if isAlive { unsafe rmdir(parent) }
        throw error
      }
    }
  }

  /// The folder that holds a path.
  private static func folder(of path: ArraySlice<UInt8>) -> String {
    let name = path.last == 0x2F ? path.dropLast() : path
    guard let slash = name.lastIndex(of: 0x2F) else { return "." }
    return slash == name.startIndex ? "/" : String(decoding: name[..<slash], as: UTF8.self)
  }

  /// The names of the files in the folder, sorted.
  func list() throws(IndexError) -> [String] {
    guard let stream = unsafe opendir(path) else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .io(operation: "list", path: path, errno: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    // The end and a failure look alike but for the number of the error.
    errno = 0
    while let entry = unsafe readdir(stream) {
      defer { errno = 0 }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    let code = errno
    guard code == 0 else { throw .io(operation: "list", path: path, errno: code) }
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
  func synchronize() throws(IndexError) { try synchronize(names: path) }

  private func synchronize(names path: String) throws(IndexError) {
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
      let code = state.withLock({ $0.faults.nextSync() }) ?? (fsync(descriptor) == 0 ? 0 : errno)
      if code == EINTR { continue }
      if code == 0 { return }
      throw .io(operation: "synchronize", path: path, errno: code)
    }
  }

  /// One call that writes at a place: how many bytes were taken, or the error.
  func write(
    _ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int, at place: Int
  ) -> Result<Int, SystemError> {
    var count = count
    if let code = state.withLock({ $0.faults.nextWrite(&count) }) {
      return .failure(SystemError(code: code))
    }
    let written = unsafe pwrite(descriptor, base, count, off_t(place))
    return written < 0 ? .failure(SystemError(code: errno)) : .success(written)
  }
}
