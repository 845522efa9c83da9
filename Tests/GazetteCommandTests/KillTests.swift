import Foundation
import GazetteTestSupport
import Testing

/// `gazette index` killed at random moments: the last commit always answers, and nothing is left behind for good.
@Suite(.serialized) struct KillTests {
  private static var rounds: Int {
    25 * TestScale.factor
  }

  @Test("a killed run leaves the last commit or the new one, whole", .tags(.crash))
  func kills() throws {
    let folder = try ScratchFolder()
    let index = folder.path + "/index"
    let seed =
      ProcessInfo.processInfo.environment["GAZETTE_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    try folder.write("The word alpha0 stands here.", to: "c/a0.txt")
    #expect(try CommandProcess.run(["index", folder.path + "/c", "--index", index]).status == 0)
    var finished = 0
    for round in 1...Self.rounds {
      // A few hundred files, so that there is something to be killed in.
      for file in 0..<40 {
        let words = (0..<200).map { "word\($0 * file % 97)" }.joined(separator: " ")
        try folder.write("Round round\(round). \(words)\n", to: "c/b\(file).txt")
      }
      try folder.write("The word alpha\(round) stands here.", to: "c/a\(round).txt")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandProcess.folder + "/gazette")
      process.arguments = ["index", folder.path + "/c", "--index", index]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 1000...60_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .exit { finished += 1 }
      let old = try CommandProcess.run(["search", "alpha0", "--index", index, "--json"])
      #expect(old.status == 0 && old.json?["total"] as? Int == 1, "seed \(seed), round \(round)")
      // Whatever commit answers, it is whole: all forty files are of one round, or none is there yet.
      let list = try CommandProcess.run(["list", "--index", index, "--json"])
      let ids = (list.json?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      let others = ids.count { $0.hasPrefix("b") }
      #expect(others == 0 || others == 40, "seed \(seed), round \(round)")
    }
    let last = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    #expect(last.status == 0, "\(last.errors)")
    let found = try CommandProcess.run(
      ["search", "alpha\(Self.rounds)", "--index", index, "--json"])
    #expect(found.json?["total"] as? Int == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: index)
    #expect(!left.contains { $0.hasSuffix(".tmp") }, "\(left)")
    #expect(left.count < 30, "\(left)")
    print("seed \(seed): \(Self.rounds) kills, \(finished) came after the end, 0 commits lost")
  }

  @Test("a second writer is told that the index is locked, and harms nothing")
  func lock() throws {
    let folder = try ScratchFolder()
    for file in 0..<300 {
      let words = (0..<2000).map { "word\($0 * file % 997)" }.joined(separator: " ")
      try folder.write(words, to: "c/b\(file).txt")
    }
    let index = folder.path + "/index"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandProcess.folder + "/gazette")
    process.arguments = ["index", folder.path + "/c", "--index", index]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let second = try CommandProcess.run(["index", folder.path + "/c", "--index", index])
    process.waitUntilExit()
    // Whichever comes first writes; the other one waits for nothing and says why.
    let statuses = [process.terminationStatus, second.status]
    #expect(statuses.contains(0) && statuses.allSatisfy { $0 == 0 || $0 == 2 }, "\(statuses)")
    if second.status == 2 { #expect(second.errors.contains("is being written by")) }
    let search = try CommandProcess.run(["search", "word7", "--index", index, "--json"])
    #expect(search.status == 0)
  }
}
