import Foundation
import GazetteTestSupport
import Testing

/// The command over files that a person did not mean: what it may read, how much memory it takes.
@Suite struct HostileFileTests {
  private static let others = "/usr/bin/setpriv"
  private static let limits = "/usr/bin/prlimit"
  /// A sanitizer keeps maps of all memory, which no limit leaves room for.
  private static let isWatched = ProcessInfo.processInfo.environment.keys.contains {
    $0 == "LD_PRELOAD" || $0.hasSuffix("SAN_OPTIONS")
  }

  private static func isThere(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: program)
  }

  /// Runs `gazette index` under another program.
  private func index(
    _ folder: ScratchFolder, under program: String, _ words: [String]
  ) throws -> (outcome: CommandProcess.Outcome, failures: [String: String]) {
    let command = [CommandProcess.folder + "/gazette", "index", "corpus", "--json"]
    let outcome = try CommandProcess.run(words + command, program: program, folder: folder.path)
    let items = outcome.json?["items"] as? [[String: Any]]
    let failures = items?.first?["failures"] as? [[String: Any]] ?? []
    var codes: [String: String] = [:]
    for failure in failures {
      if let file = failure["file"] as? String { codes[file] = failure["code"] as? String }
    }
    return (outcome, codes)
  }

  @Test(
    "a file that may not be read is a failure, and all others are indexed",
    .enabled(if: geteuid() != 0 || isThere(others)))
  func closed() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks open at six.", to: "corpus/open.txt")
    try folder.write("Parks close at ten.", to: "corpus/closed.txt")
    #expect(chmod(folder.path, 0o777) == 0 && chmod(folder.path + "/corpus/closed.txt", 0) == 0)
    // The owner of everything may read everything, so somebody else tries.
    let isOwner = geteuid() == 0
    let words = isOwner ? ["--reuid=65534", "--regid=65534", "--clear-groups"] : []
    let run = try index(folder, under: isOwner ? Self.others : "/usr/bin/env", words)
    #expect(run.failures == ["corpus/closed.txt": "io"], "\(run.outcome.errors)")
    #expect(run.outcome.status == 2)
    let items = run.outcome.json?["items"] as? [[String: Any]]
    #expect(items?.first?["documents"] as? Int == 1)
  }

  @Test(
    "files that would stand for any amount of memory take little of it",
    .enabled(if: isThere(limits) && !isWatched))
  func memory() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks open at six.", to: "corpus/open.txt")
    for (name, bytes) in Self.bombs { try folder.write(bytes, to: "corpus/" + name) }
    let sparse = folder.path + "/corpus/sparse.txt"
    #expect(FileManager.default.createFile(atPath: sparse, contents: nil))
    #expect(truncate(sparse, 1 << 30) == 0)
    // Beyond the limit the system gives no memory, and the program would end with a signal.
    let run = try index(folder, under: Self.limits, ["--data=\(400 << 20)"])
    #expect(run.outcome.status == 2, "\(run.outcome.errors)")
    let refused = Set(
      run.failures.keys.map { $0.split(separator: "/").last.map(String.init) ?? "" })
    #expect(refused == Set(Self.bombs.map(\.name) + ["sparse.txt"]))
    let items = run.outcome.json?["items"] as? [[String: Any]]
    #expect(items?.first?["documents"] as? Int == 1)
  }

  /// Small files that stand for much.
  private static let bombs: [(name: String, bytes: [UInt8])] = {
    let part = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + ArchiveWriter.packedZeros
    let tail: [UInt8] = [0x7E, 0x87, 0x89, 0x8D, 0, 0, 0x20, 0]
    var part2 = ArchiveWriter.File("word/document.xml", [])
    part2.packed = (ArchiveWriter.packedZeros, 2 << 20, 0x8D89_877E)
    let nested = String(repeating: "<a>", count: 1_000_000)
    let declared = (0..<200_000).map { "<a xmlns:n\($0)='u'>" }.joined()
    let wide = "<a " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
    return [
      ("bomb.tar.gz", (0..<400).flatMap { _ in part + tail }),
      (
        "bomb.docx",
        ArchiveWriter.zip([ArchiveWriter.File("[Content_Types].xml", "<Types/>"), part2])
      ),
      ("nested.xml", Array(("<?xml version='1.0'?>" + nested).utf8)),
      ("declared.xml", Array(("<?xml version='1.0'?>" + declared).utf8)),
      ("wide.xml", Array(("<?xml version='1.0'?>" + wide).utf8)),
      (
        "entities.xml",
        Array("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>".utf8)
      ),
    ]
  }()
}
