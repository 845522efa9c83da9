import GazetteConsole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a program beside this one could not be started.
struct StartError: CodedError, CustomStringConvertible {
  let path: String
  let errno: Int32

  var code: String { "not-installed" }

  var description: String {
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return "could not start \(path): \(words); install both programs into one folder"
  }
}
