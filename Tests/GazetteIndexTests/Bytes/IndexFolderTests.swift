import GazetteTestSupport
import Synchronization
import Testing

@testable import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct IndexFolderTests {
  private let folder = TemporaryFolder()

  @Test("a folder that is made is made durable in the folder that holds it", .tags(.crash))
  func creating() throws {
    let effects = Mutex<[String]>([])
    let path = folder.path + "/a/b"
    let index = IndexFolder(path: path)
    index.observe { operation, path, _ in effects.withLock { $0.append("\(operation) \(path)") } }
    try index.create()
    let top = folder.path
    #expect(
      effects.withLock { $0 } == [
        "create \(top)/a", "synchronize \(top)", "create \(top)/a/b", "synchronize \(top)/a",
      ])
    try index.create()
    #expect(effects.withLock { $0.count } == 4)
  }

  @Test("a folder that could not be made durable is not there for the next writer", .tags(.crash))
  func failing() throws {
    let index = IndexFolder(path: folder.path + "/a/b")
    index.inject(DiskFaults(failingSync: 1))
    #expect(throws: IndexError.self) { try index.create() }
    #expect(folder.names == ["a"])
    #expect(TemporaryFolder.names(folder.path + "/a") == [])
    try index.create()
    #expect(TemporaryFolder.names(folder.path + "/a") == ["b"])
  }

  @Test("an error of the system says what it is and what to do, in one line")
  func words() {
    for (code, operation, words) in [
      (ENOSPC, "write", "No space left on device; make room"),
      (EACCES, "open", "Permission denied; change its rights"),
      (EROFS, "open", "Read-only file system; change its rights"),
      (EIO, "synchronize", "the disk did not keep what was written: check it"),
      (ENOTDIR, "open", "Not a directory"),
    ] {
      let line = "\(IndexError.io(operation: operation, path: "/i/1.segment", errno: code))"
      #expect(
        line.hasPrefix("could not \(operation) /i/1.segment: ") && line.contains(words), "\(line)")
      #expect(!line.contains("\n"))
    }
  }
}
