import Gazette
import GazetteDocument
import GazetteSearch
import GazetteTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Archives and files of records: what becomes of each member, and that the accounts add up.
@Suite struct ContainerIndexingTests {
  private let folder = TemporaryFolder()
  private var corpus: String { folder.path + "/corpus" }
  private var index: String { folder.path + "/index" }

  init() {
    mkdir(folder.path + "/corpus", 0o755)
  }

  private func run() throws -> IndexingReport {
    let report = try CorpusIndexing(of: Corpus(at: corpus), at: index).run()
    let sum =
      report.new + report.changed + report.unchanged + report.skips.count + report.failures.count
    #expect(report.scanned == sum)
    return report
  }

  private func names() throws -> [String] {
    try PolicySearch(at: index).documents().map(\.id.name).sorted()
  }

  @Test("members of archives are documents named below them; names that clash keep their endings")
  func archives() throws {
    let files: [ArchiveWriter.File] = [
      .init("inner/x.txt", "Parks open at six."), .init("inner/", ""),
      .init("y.md", "# Y\n\nTrees stay."),
      .init("y.txt", "Trees stay."), .init(".hidden", "no"), .init("__MACOSX/x.txt", "no"),
      .init("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
    ]
    folder.write("corpus/a.zip", ArchiveWriter.zip(files))
    folder.write("corpus/b.tar.gz", ArchiveWriter.tarGzip(files + [.init("link@", "")]))
    let report = try run()
    #expect(report.failures.isEmpty)
    let below = ["inner/x", "y.md", "y.txt"]
    #expect(try names() == below.map { "a.zip/" + $0 } + below.map { "b.tar.gz/" + $0 })
    #expect(report.new == 6 && report.skips.count == 6)
    let again = try run()
    #expect(again.unchanged == 6 && again.new == 0 && again.changed == 0 && again.removed == 0)
  }

  @Test(
    "a changed archive changes what changed in it; one that is damaged keeps its last good state")
  func refreshing() throws {
    func write(_ words: String, _ more: [ArchiveWriter.File] = []) {
      folder.write(
        "corpus/a.zip",
        ArchiveWriter.zip([.init("x.txt", words), .init("y.txt", "Trees stay.")] + more))
    }
    write("Parks open at six.")
    _ = try run()
    write("Parks open at eight.", [.init("z.txt", "New.")])
    let changed = try run()
    #expect(changed.changed == 1 && changed.unchanged == 1 && changed.new == 1)
    folder.write("corpus/a.zip", [0x50, 0x4B, 3, 4, 0, 0, 0])
    let damaged = try run()
    #expect(damaged.failures.count == 1 && damaged.removed == 0)
    #expect(try names() == ["a.zip/x", "a.zip/y", "a.zip/z"])
    folder.remove("corpus/a.zip")
    #expect(try run().removed == 3)
  }

  @Test(
    "unsafe names, nested archives and bombs are refused one by one; all others are indexed",
    arguments: ["../../out.txt", "/etc/passwd", "C:/x.txt", "a/../../b.txt", "a\u{1}b.txt"])
  func hostileNames(name: String) throws {
    var bomb = ArchiveWriter.File("bomb.txt", [])
    bomb.packed = (ArchiveWriter.packedZeros, 2 << 20, 0)
    let inner = ArchiveWriter.zip([.init("x.txt", "Deep.")])
    folder.write(
      "corpus/a.zip",
      ArchiveWriter.zip([
        .init(name, "Out."), bomb, .init("in.zip", inner), .init("good.txt", "Parks open."),
      ]))
    folder.write("corpus/plain.txt", Array("Trees stay.".utf8))
    let report = try run()
    #expect(report.new == 2 && report.failures.count == 3)
    #expect(try names() == ["a.zip/good", "plain"])
  }

  @Test("records are documents named by their ids; titles and dates are entered")
  func records() throws {
    let lines = [
      #"{"id": "a/1", "title": "Parks \u516c\u56ed", "text": "Parks open at six.\nTrees stay.", "date": "2020-05-06", "nested": {"text": ["x"]}, "n": 3}"#,
      "", #"{"text": "No id."}"#, #"{"id": "a/1", "text": "Same id."}"#, #"{"id": "b"}"#, "{broken",
      #"{"id": "c", "text": "\ud83d\ude00 and \ud83d."}"#,
    ]
    folder.write("corpus/d.jsonl", Array(lines.joined(separator: "\n").utf8))
    folder.write("corpus/meta.jsonl", Array(#"{"file": "x"}"#.utf8))
    let report = try run()
    #expect(report.new == 4 && report.skips.count == 2 && report.failures.count == 1)
    #expect(report.failures.first?.file.hasSuffix("d.jsonl/L6") == true)
    #expect(try names() == ["d/L3", "d/L4", "d/a%2F1", "d/c"])
    let documents = try PolicySearch(at: index).documents()
    let first = try #require(documents.first { $0.id.name == "d/a%2F1" })
    #expect(first.metadata.title.value == "Parks 公园" && first.metadata.title.state == .entered)
    #expect(first.format == .jsonl)
    #expect(report.notes.contains { $0.notice.kind == .undecodableBytes })
    #expect(try run().unchanged == 4)
  }

  @Test(
    "a part that an XML file includes is read below its folder, not through links out of it, and read again when it changes"
  )
  func inclusion() throws {
    mkdir(corpus + "/parts", 0o755)
    folder.write("secret.xml", Array("<a>secret</a>".utf8))
    symlink(folder.path + "/secret.xml", corpus + "/parts/link.xml")
    folder.write("corpus/parts/p.inc", Array("<p>Trees stay.</p>".utf8))
    folder.write(
      "corpus/a.xml",
      Array(
        "<?xml version='1.0'?><a xmlns:xi='http://www.w3.org/2001/XInclude'><p>Parks open.</p><xi:include href='parts/p.inc'/><xi:include href='parts/link.xml'/></a>"
          .utf8))
    let report = try run()
    #expect(report.notes.contains { $0.notice.detail == "parts/link.xml" })
    let text = try Corpus(at: corpus).documents.map {
      String(decoding: $0.text.utf8, as: UTF8.self)
    }.joined()
    #expect(text.contains("Parks open.\nTrees stay.\n") && !text.contains("secret"))
    #expect(try run().changed == 0)
    folder.write("corpus/parts/p.inc", Array("<p>Trees grow.</p>".utf8))
    #expect(try run().changed == 2)
  }
}
