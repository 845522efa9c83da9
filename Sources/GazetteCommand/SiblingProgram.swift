import GazetteConsole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is installed beside this one.
enum SiblingProgram {
  /// Runs a sibling in place of this process, with the same words; returns only when that fails.
  static func replaceProcess(with name: String) -> StartError {
    let path = folder + "/" + name
    var arguments: [UnsafeMutablePointer<CChar>?] = ([name] + CommandLine.arguments.dropFirst())
      .map { strdup($0) }
    arguments.append(nil)
    execv(path, arguments)
    return StartError(path: path, errno: errno)
  }

  /// The folder of this program, links resolved.
  private static var folder: String {
    let own: String
    #if canImport(Glibc)
      own = "/proc/self/exe"
    #else
      own = CommandLine.arguments[0]
    #endif
    guard let real = realpath(own, nil) else { return "." }
    defer { free(real) }
    let path = String(cString: real)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
