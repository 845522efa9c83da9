import GazetteConsole
import GazetteDocument
import GazetteIndex
import GazetteSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PolicySearch {
  /// Opens the index that a command line names.
  ///
  /// A file of concepts takes effect when documents are tagged; one by which they were not is refused with that advice.
  init(_ options: GlobalOptions) throws {
    try self.init(at: options.index)
    guard !options.conceptFiles.isEmpty else { return }
    let known = Set(try state().thesaurus.sources.map(\.sha256))
    for path in options.conceptFiles {
      guard let digest = Self.digest(of: path) else {
        throw IndexError.io(operation: "read", path: path, errno: errno)
      }
      guard known.contains(digest) else { throw LookupError.otherConcepts(file: path) }
    }
  }

  /// The SHA-256 of a file's bytes; `nil` when it cannot be read.
  private static func digest(of path: String) -> Digest? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var hash = ContentHash()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      hash.update(Array(chunk.prefix(count)).span)
    }
    return ferror(file) == 0 ? hash.finalize() : nil
  }
}
