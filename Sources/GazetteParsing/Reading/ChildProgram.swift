internal import GazetteDocument

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs a program of the system that reads bytes and writes bytes: the only code that starts one.
struct ChildProgram {
  /// What a run gave.
  struct Result {
    var output: [UInt8]
    /// What the program said of its errors.
    var errors: [UInt8]
    /// Whether it ended by itself, and well.
    var isSuccess: Bool
  }

  /// The name of the program, looked for in `PATH`.
  let name: String
  let arguments: [String]
  /// More output than this ends it.
  var limit = 256 << 20
  /// It is ended after this many seconds.
  var seconds = 60

  /// Why a run was ended.
  enum Failure: Error {
    case notInstalled, tooMuch, tooLong
  }

  /// Runs the program with some input; nothing goes through a shell or the file system.
  func run(_ input: [UInt8]) throws(Failure) -> Result {
    // A pair of sockets and not a pipe, so that a program that does not read to the end raises no signal.
    var ends: [[Int32]] = []
    defer { for pair in ends { for end in pair where end >= 0 { close(end) } } }
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard unsafe socketpair(AF_UNIX, ChildProgram.stream, 0, &pair) == 0 else {
        throw .notInstalled
      }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends.append(pair)
    }
    let process = try start(ends.map { $0[1] })
    for index in ends.indices {
      close(ends[index][1])
      ends[index][1] = -1
      _ = fcntl(ends[index][0], F_SETFL, O_NONBLOCK)
    }
    let (output, errors, failure) = exchange(input, &ends)
    if failure != nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    return Result(output: output, errors: errors, isSuccess: status == 0)
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let quiet = Int32(MSG_NOSIGNAL)
  #else
    private static let stream = SOCK_STREAM
    private static let quiet: Int32 = 0
  #endif

  private func start(_ descriptors: [Int32]) throws(Failure) -> pid_t {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { throw .notInstalled }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (target, end) in descriptors.enumerated() {
      guard unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(target)) == 0 else {
        throw .notInstalled
      }
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawnp(&process, name, &actions, nil, words, environ) == 0 else {
      throw .notInstalled
    }
    return process
  }

  /// Writes the input and reads output and errors until both are closed.
  private func exchange(
    _ input: [UInt8], _ ends: inout [[Int32]]
  ) -> (output: [UInt8], errors: [UInt8], failure: Failure?) {
    var results: [[UInt8]] = [[], []]
    var written = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while ends[1][0] >= 0 || ends[2][0] >= 0 {
      guard clock.now < end else { return (results[0], results[1], .tooLong) }
      var polled = ends.map { pollfd(fd: $0[0], events: Int16(POLLIN), revents: 0) }
      polled[0].events = Int16(POLLOUT)
      guard unsafe poll(&polled, nfds_t(polled.count), 500) > 0 else { continue }
      if polled[0].revents != 0 {
        written += max(0, ChildProgram.write(input, from: written, to: ends[0][0]))
        let isClosed = polled[0].revents & Int16(POLLERR | POLLHUP) != 0
        if written == input.count || isClosed {
          close(ends[0][0])
          ends[0][0] = -1
        }
      }
      for index in 1...2 where polled[index].revents != 0 {
        if !ChildProgram.read(ends[index][0], into: &results[index - 1]) {
          close(ends[index][0])
          ends[index][0] = -1
        }
      }
      guard results[0].count <= limit else { return (results[0], results[1], .tooMuch) }
      // The first errors tell what is wrong.
      if results[1].count > 64 << 10 { results[1].removeLast(results[1].count - (64 << 10)) }
    }
    return (results[0], results[1], nil)
  }

  private static func write(_ bytes: [UInt8], from start: Int, to descriptor: Int32) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count else { return 0 }
      return unsafe send(descriptor, base + start, buffer.count - start, quiet)
    }
  }

  /// Reads what is there; false at the end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var isOpen = true
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      count = 0
      let got = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if got > 0 {
        count = got
      } else {
        isOpen = got < 0 && (errno == EAGAIN || errno == EINTR)
      }
    }
    bytes += piece
    return isOpen
  }
}
