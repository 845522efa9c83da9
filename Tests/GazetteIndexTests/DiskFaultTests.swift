import GazetteTestSupport
import Testing

@testable import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Disks that write short, are interrupted, are full, or cannot synchronise: a clear error, and the last commit intact.
@Suite struct DiskFaultTests {
  @Test("short writes and interrupted calls change nothing in the files", .tags(.crash))
  func harmless() throws {
    let plain = TemporaryFolder()
    try CrashScenario.run(IndexFolder(path: plain.path)) { _ in }
    for (short, interrupted) in [(1, 0), (2, 0), (0, 2), (2, 3), (1, 2)] {
      let folder = TemporaryFolder()
      let index = IndexFolder(path: folder.path)
      index.inject(DiskFaults(shortWrites: short, interruptions: interrupted))
      var acknowledged = 0
      try CrashScenario.run(index) { acknowledged = $0 }
      #expect(acknowledged == 4)
      #expect(folder.names == plain.names)
      for name in plain.names where name != "lock" {
        #expect(folder.read(name) == plain.read(name), "\(name) with \(short), \(interrupted)")
      }
    }
  }

  @Test(
    "a disk that is full after any number of bytes is an error and keeps the last commit",
    .tags(.crash))
  func full() throws {
    var room = 0
    var faults = 0
    while true {
      let folder = TemporaryFolder()
      let index = IndexFolder(path: folder.path)
      index.inject(DiskFaults(room: room))
      var acknowledged = 0
      do {
        try CrashScenario.run(index) { acknowledged = $0 }
        break
      } catch IndexError.io(_, _, let code) {
        #expect(code == ENOSPC)
        faults += 1
      }
      #expect(try CrashScenario.check(folder.path) == acknowledged, "\(room) bytes")
      #expect(!folder.names.contains { $0.hasSuffix(".tmp") }, "\(room) bytes")
      room += TestScale.factor > 1 ? 7 : 37
    }
    #expect(faults > 80)
    print("\(faults) full disks, 0 commits lost")
  }

  @Test("a sync that fails fails the commit, and a new one writes new files", .tags(.crash))
  func syncs() throws {
    var failing = 0
    while true {
      let folder = TemporaryFolder()
      let index = IndexFolder(path: folder.path)
      index.inject(DiskFaults(failingSync: failing))
      var acknowledged = 0
      do {
        try CrashScenario.run(index) { acknowledged = $0 }
        break
      } catch IndexError.io(let operation, _, _) {
        #expect(operation == "synchronize")
      }
      let found = try CrashScenario.check(folder.path)
      #expect(found == acknowledged || found == acknowledged + 1, "sync \(failing)")
      let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
      try writer.add(Sample.group("z", "roads"))
      #expect(Int(try writer.commit()) > found)
      writer.close()
      #expect(try IndexExamination(of: folder.path).damages.isEmpty)
      failing += 1
    }
    #expect(failing > 15)
  }

  @Test(
    "a folder that cannot be written is an error and can still be searched",
    .enabled(if: getuid() != 0))
  func readOnly() throws {
    let folder = TemporaryFolder()
    try CrashScenario.run(IndexFolder(path: folder.path)) { _ in }
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(try CrashScenario.check(folder.path) == 4)
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("z", "roads"))
    #expect(throws: IndexError.self) { try writer.commit() }
    writer.close()
    #expect(try CrashScenario.check(folder.path) == 4)
  }

  @Test("a second writer is refused at every commit of the first, and harms nothing")
  func second() throws {
    let folder = TemporaryFolder()
    var refused = 0
    try CrashScenario.run(IndexFolder(path: folder.path)) { _ in
      do {
        _ = try IndexWriter(at: folder.path, schema: Sample.schema)
      } catch IndexError.locked {
        refused += 1
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(refused == 4)
    #expect(try CrashScenario.check(folder.path) == 4)
  }
}
