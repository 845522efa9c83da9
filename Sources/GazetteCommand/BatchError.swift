import GazetteConsole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of queries that cannot be read.
struct BatchError: CodedError, SpokenError, CustomStringConvertible {
  let path: String
  let number: Int32

  var code: String { "io" }
  private var reason: String { String(cString: strerror(number)) }

  var description: String { "\(path): \(reason)" }

  func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    ("search.queries.unread", [path, reason])
  }

  /// Makes a file the standard input of the process; `-` is that already.
  ///
  /// - Throws: `BatchError` when the file cannot be opened.
  static func takeAsInput(_ path: String) throws(BatchError) {
    guard path != "-" else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, dup2(descriptor, STDIN_FILENO) >= 0 else {
      throw BatchError(path: path, number: errno)
    }
    close(descriptor)
  }
}
