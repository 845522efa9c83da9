import GazetteIndex
import GazetteQuery
import GazetteSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An index in a folder for temporary files, which goes with the last reference to it.
final class ScratchIndex {
  /// The folder.
  private let path: String

  /// Makes the folder.
  ///
  /// - Throws: `IndexError.io` when the system refuses.
  init() throws(IndexError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = (parent.isEmpty ? "/tmp" : parent) + "/gazette-XXXXXX"
    var bytes = Array(pattern.utf8CString)
    guard mkdtemp(&bytes) != nil else {
      throw .io(operation: "create", path: pattern, errno: errno)
    }
    path = String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink(path + "/" + name)
      }
      closedir(stream)
    }
    rmdir(path)
  }

  /// Fills the index with documents and opens it.
  ///
  /// - Parameters:
  ///   - groups: The documents.
  ///   - userData: What is kept with them: a state, and the thesaurus that they are tagged by.
  /// - Returns: The index; usable as long as this object lives.
  /// - Throws: `IndexError` when it cannot be written.
  func search(
    _ groups: [EntryGroup], userData: [UInt8]
  ) throws(IndexError) -> PolicySearch {
    let writer = try IndexWriter(at: path, schema: .policy)
    for group in groups { try writer.add(group) }
    try writer.commit(userData: userData)
    writer.close()
    return try PolicySearch(at: path)
  }
}
