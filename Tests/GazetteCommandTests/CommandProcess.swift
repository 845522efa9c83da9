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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? Self.folder + "/gazette")
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // What a sanitizer needs it needs in every process.
    let watching = ProcessInfo.processInfo.environment.filter {
      $0.key == "LD_PRELOAD" || $0.key.hasSuffix("SAN_OPTIONS")
    }
    process.environment = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(watching) { $1 }.merging(environment) { $1 }
    let scratch = try ScratchFolder()
    let output = scratch.path + "/output"
    let errors = scratch.path + "/errors"
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    let start = Date()
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self),
      seconds: Date().timeIntervalSince(start))
  }
}
