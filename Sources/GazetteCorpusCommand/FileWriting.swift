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

  /// Puts bytes in place of what a file held, whole or not at all; it keeps its permissions, and a link stays one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(ConceptError) {
    var target = path
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    let temporary = target + ".\(getpid()).tmp"
    guard let file = fopen(temporary, "wb") else { throw failure(path) }
    var status = stat()
    if stat(target, &status) == 0 { fchmod(fileno(file), status.st_mode & 0o7777) }
    let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    let isDurable = isWhole && fflush(file) == 0 && fsync(fileno(file)) == 0
    let reason = failure(path)
    guard fclose(file) == 0, isDurable, rename(temporary, target) == 0 else {
      let error = isDurable ? failure(path) : reason
      unlink(temporary)
      throw error
    }
  }

  private static func failure(_ path: String) -> ConceptError {
    .notWritten(path: path, what: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }
}
