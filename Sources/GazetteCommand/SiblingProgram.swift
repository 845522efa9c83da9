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

  /// What a sibling prints; `nil` when it cannot be started.
  static func output(of name: String, _ words: [String], language: String) -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments: [UnsafeMutablePointer<CChar>?] = ([name] + words).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=" + language), nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, folder + "/" + name, &actions, nil, &arguments, &variables)
    close(ends[1])
    guard code == 0 else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += chunk[..<count]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
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
