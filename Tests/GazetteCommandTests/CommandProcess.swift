import Foundation
import GazetteTestSupport

/// The built command, run as a process of its own.
struct CommandProcess {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var seconds: Double

    /// The output as one JSON object.
    var json: [String: Any]? {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
    }
  }

  /// The folder in which the build puts programs and tests side by side.
  static var folder: String {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = own.deletingLastPathComponent()
    while folder.path.count > 1 {
      let program = folder.appendingPathComponent("gazette")
      if FileManager.default.isExecutableFile(atPath: program.path) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return own.deletingLastPathComponent().path
  }

  /// Runs `gazette`, or another program, with some words and waits for its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], program: String? = nil,
    folder: String? = nil
  ) throws -> Outcome {
    // What a sanitizer needs it needs in every process.
    let watching = ProcessInfo.processInfo.environment.filter {
      $0.key == "LD_PRELOAD" || $0.key.hasSuffix("SAN_OPTIONS")
    }
    let variables = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(watching) { $1 }.merging(environment) { $1 }
    let scratch = try ScratchFolder()
    let output = scratch.path + "/output"
    let errors = scratch.path + "/errors"
    let start = Date()
    let status = try spawn(
      [program ?? Self.folder + "/gazette"] + arguments, variables, output: output, errors: errors,
      folder: folder)
    return Outcome(
      status: status,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self),
      seconds: Date().timeIntervalSince(start))
  }

  /// Starts a program and waits for its end: its exit status, or the number of the signal that ended it.
  ///
  /// By the system's own call: Foundation's `Process` closes descriptors that other threads may have been given meanwhile.
  private static func spawn(
    _ words: [String], _ environment: [String: String], output: String, errors: String,
    folder: String?
  ) throws -> Int32 {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT, 0o644)
    }
    let moved = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + words
    var arguments = moved.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, moved[0], &actions, nil, &arguments, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
  }
}
