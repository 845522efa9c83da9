import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct CheckedFileTests {
  let folder = TemporaryFolder()

  private func make(_ count: Int) throws -> [UInt8] {
    let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let writer = CheckedFileWriter(kind: .segment, to: nil)
    try writer.append(body)
    folder.write("f", try writer.finish())
    return body
  }

  private func open() throws -> CheckedFile {
    try CheckedFile(path: folder.path + "/f", kind: .segment)
  }

  @Test(
    "the body comes back, in memory and through a file",
    arguments: [0, 1, 16_383, 16_384, 16_385, 600_000])
  func roundTrip(count: Int) throws {
    let body = try make(count)
    let file = try open()
    #expect(try file.checked(0, count, "").array == body)
    try file.verify()
    let target = try AtomicFile(name: "g", in: IndexFolder(path: folder.path))
    let writer = CheckedFileWriter(kind: .segment, to: target)
    for start in stride(from: 0, to: count, by: 7000) {
      try writer.append(Array(body[start..<min(count, start + 7000)]))
    }
    _ = try writer.finish()
    try target.publish()
    #expect(folder.read("g") == folder.read("f"))
  }

  @Test("damage to a page is found when the page is touched, and only then")
  func pages() throws {
    let body = try make(50_000)
    var bytes = folder.read("f")
    bytes[20_000] ^= 4
    folder.write("f", bytes)
    let file = try open()
    #expect(try file.checked(0, 16_384, "").array == Array(body[..<16_384]))
    #expect(file.damage(at: 16_000, 500) == 16_384)
    #expect(throws: IndexError.corrupt(file: file.path, offset: 16_384, what: "x")) {
      try file.checked(0, 50_000, "x")
    }
    #expect(file.damage(at: 32_768, 100) == nil)
    #expect(throws: IndexError.self) { try file.verify() }
  }

  @Test("parts outside the body are damage, not a trap")
  func outside() throws {
    _ = try make(100)
    let file = try open()
    for (start, length) in [(-1, 1), (0, 101), (101, 0), (50, .max), (.max, 1), (5, -1)] {
      #expect(file.damage(at: start, length) != nil)
    }
  }

  @Test("another kind of file, a newer format and a missing file are told apart")
  func kinds() throws {
    _ = try make(10)
    #expect(throws: IndexError.self) {
      try CheckedFile(path: folder.path + "/f", kind: .manifest)
    }
    #expect(throws: IndexError.missing(path: folder.path + "/h")) {
      try CheckedFile(path: folder.path + "/h", kind: .manifest)
    }
  }
}
