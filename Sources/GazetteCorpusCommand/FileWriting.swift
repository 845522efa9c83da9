#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file whole.
enum FileWriting {
  /// Writes a text into a file, in place of what it held.
  static func write(_ text: String, to path: String) throws(ConceptError) {
    guard let file = fopen(path, "w") else { throw failure(path) }
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    let isWhole = written == text.utf8.count
    guard fclose(file) == 0, isWhole else { throw failure(path) }
  }

  private static func failure(_ path: String) -> ConceptError {
    .notWritten(path: path, what: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }
}
