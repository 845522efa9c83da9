import GazetteIndex
import GazetteTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct WriterLockTests {
  @Test("a writer that has ended gives the lock back, though processes are being started meanwhile")
  func release() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    async let starting: Void = Self.startProcesses(400)
    for _ in 0..<400 {
      let writer = try IndexWriter(at: path, schema: Sample.schema)
      writer.close()
    }
    await starting
  }

  @Test("a second writer is refused while the first one lives, and told who holds the lock")
  func second() throws {
    let folder = TemporaryFolder()
    let first = try IndexWriter(at: folder.path, schema: Sample.schema)
    #expect(throws: IndexError.locked(path: folder.path, holder: "process \(getpid())")) {
      try IndexWriter(at: folder.path, schema: Sample.schema)
    }
    first.close()
    _ = try IndexWriter(at: folder.path, schema: Sample.schema)
  }

  @concurrent private static func startProcesses(_ count: Int) async {
    for _ in 0..<count { startProcess() }
  }

  private static func startProcess() {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    guard posix_spawnp(&process, "true", nil, nil, &arguments, nil) == 0 else { return }
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
