import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct AtomicFileTests {
  let folder = TemporaryFolder()

  private func write(_ bytes: [UInt8], to file: AtomicFile) throws {
    try bytes.withUnsafeBytes { try file.write($0) }
  }

  @Test("a file has its name only when it is published, and then it is whole")
  func publishing() throws {
    let target = IndexFolder(path: folder.path)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try AtomicFile(name: "a", in: target)
    try write(Array(bytes[..<100]), to: file)
    try write(Array(bytes[100...]), to: file)
    #expect(folder.names == ["a.tmp"])
    try file.publish()
    #expect(folder.names == ["a"])
    #expect(folder.read("a") == bytes)
  }

  @Test("a file that is dropped leaves nothing, and what was there stays")
  func dropping() throws {
    folder.write("a", [1])
    let target = IndexFolder(path: folder.path)
    do {
      let file = try AtomicFile(name: "a", in: target)
      try write([2, 3], to: file)
    }
    #expect(folder.names == ["a"])
    #expect(folder.read("a") == [1])
  }

  @Test("a folder that is missing is an error that says so")
  func missing() {
    #expect(throws: IndexError.self) {
      _ = try AtomicFile(name: "a", in: IndexFolder(path: folder.path + "/none"))
    }
  }

  @Test("a file whose bytes the system failed to make durable is never published", .tags(.crash))
  func doubt() throws {
    let target = IndexFolder(path: folder.path)
    target.inject(DiskFaults(failingSync: 0))
    let file = try AtomicFile(name: "a", in: target)
    try write([2, 3], to: file)
    for _ in 0..<3 { #expect(throws: IndexError.self) { try file.publish() } }
    #expect(folder.names == ["a.tmp"])
    let other = try AtomicFile(name: "b", in: target)
    try write([4], to: other)
    try other.publish()
    #expect(folder.read("b") == [4])
  }
}
