import Dispatch
import Gazette
import GazetteDocument
import GazetteSearch
import GazetteTestSupport
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One hostile or broken file among good ones: it is read, skipped or refused, and all others are indexed.
@Suite struct HostileCorpusTests {
  private let folder = TemporaryFolder()
  private var corpus: String { folder.path + "/corpus" }

  init() {
    mkdir(folder.path + "/corpus", 0o755)
    folder.write("corpus/good.txt", Array("Parks open at six.".utf8))
    folder.write("corpus/zz.txt", Array("Trees stay.".utf8))
  }

  private func run() throws -> IndexingReport {
    let clock = ContinuousClock()
    var report: IndexingReport?
    let time = try clock.measure {
      report = try CorpusIndexing(of: Corpus(at: corpus), at: folder.path + "/index").run()
    }
    // Several threads work here, beside those of other tests, so only the clock on the wall can tell; it takes under one.
    #expect(time < .seconds(60))
    let found = try #require(report)
    let names = try PolicySearch(at: folder.path + "/index").documents().map(\.id.name)
    #expect(names.contains("good") && names.contains("zz"))
    return found
  }

  @Test("a sparse file of a gigabyte is refused by its size, unread")
  func sparse() throws {
    let file = open(corpus + "/big.txt", O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0 && ftruncate(file, 1 << 30) == 0)
    close(file)
    let report = try run()
    #expect(report.failures.map(\.code) == ["too-large"] && report.new == 2)
  }

  @Test(
    "what is no document, damaged, or not read is told apart",
    arguments: [
      ([UInt8](repeating: 0x01, count: 4_000), "", 1), ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "", 1),
      (
        Array(
          ArchiveWriter.zip([
            .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<x/>"),
          ]).dropLast(40)), "malformed", 0
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
        "unsupported", 0
      ),
      (Array("{\\rtf1 x}".utf8), "unsupported", 0), ([0x1F, 0x8B, 8, 0, 1, 2, 3], "malformed", 0),
      (ArchiveWriter.gzip([UInt8](repeating: 0x41, count: 3_000)), "malformed", 0),
      (
        Array(
          "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
            .utf8), "malformed", 0
      ),
    ])
  func one(bytes: [UInt8], code: String, skips: Int) throws {
    folder.write("corpus/hostile.txt", bytes)
    let report = try run()
    #expect(report.failures.map(\.code) == (code.isEmpty ? [] : [code]))
    #expect(report.skips.count == skips && report.new == 2)
  }

  @Test("a packed archive that unpacks to far more than it is, is refused in time and memory")
  func tarBomb() throws {
    // A gzip file of sixty parts, each of two megabytes of zeros.
    let part = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + ArchiveWriter.packedZeros
    let tail: [UInt8] = [0x7E, 0x87, 0x89, 0x8D, 0, 0, 0x20, 0]
    folder.write("corpus/bomb.tar.gz", (0..<60).flatMap { _ in part + tail })
    #expect(try run().failures.map(\.code) == ["malformed"])
  }

  @Test("links in a circle, and a link to nothing, are skipped")
  func links() throws {
    mkdir(corpus + "/sub", 0o755)
    symlink(corpus, corpus + "/sub/up")
    symlink("b.txt", corpus + "/a.txt")
    symlink("a.txt", corpus + "/b.txt")
    let report = try run()
    #expect(report.failures.isEmpty && report.skips.count == 3 && report.new == 2)
  }

  @Test("a file that a writer changes all the time is read as it was at one moment, or refused")
  func changing() throws {
    let path = corpus + "/moving.txt"
    let writing = Writing()
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      var length = 0
      while !writing.isStopped {
        if let file = fopen(path, "wb") {
          let words = [UInt8](repeating: 0x61, count: 200_000 + length % 7)
          fwrite(words, 1, words.count, file)
          fclose(file)
        }
        length += 1
      }
      done.signal()
    }
    for _ in 0..<5 {
      let report = try run()
      #expect(
        report.failures.allSatisfy { $0.code == "changed-while-read" || $0.code == "missing" })
    }
    writing.stop()
    done.wait()
  }
}

/// Tells a writer in the background when to stop.
private final class Writing: Sendable {
  private let flag = Mutex(false)

  var isStopped: Bool { flag.withLock { $0 } }

  func stop() { flag.withLock { $0 = true } }
}
