#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that a test has to itself and that goes with it; in memory where the system has such a place.
package final class TemporaryFolder {
  /// The path of the folder.
  package let path: String

  /// Makes a folder.
  package init() {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(root)/gazette-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    precondition(made, "no temporary folder can be made")
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { Self.remove(path) }

  /// The names in the folder, sorted.
  package var names: [String] { Self.names(path) }

  /// The bytes of a file.
  package func read(_ name: String) -> [UInt8] {
    guard let file = fopen(path + "/" + name, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes a file.
  package func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen(path + "/" + name, "wb") else {
      preconditionFailure("\(name) cannot be written")
    }
    defer { fclose(file) }
    let count = fwrite(bytes, 1, bytes.count, file)
    precondition(count == bytes.count, "\(name) cannot be written")
  }

  /// Removes a file.
  package func remove(_ name: String) { unlink(path + "/" + name) }

  /// The names in any folder, sorted; none where there is no folder.
  package static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    rmdir(path)
  }
}
