import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// What a person entered in `NAME.meta.yaml` beside a document.
@Suite struct SidecarTests {
  private func run(_ folder: ScratchFolder) throws -> IndexingReport {
    try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index").run()
  }

  private func data(_ name: String, in folder: ScratchFolder) throws -> DocumentMetadata {
    try PolicySearch(at: folder.path + "/index").document(named: name).metadata
  }

  @Test("entered values count before what the document says, each with its state and no evidence")
  func entered() throws {
    let folder = try ScratchFolder()
    try folder.write("关于公园的通知\n示政发〔2020〕1号\n各区：\n请落实。\n", to: "corpus/a.txt")
    try folder.write(
      "title: 公园的通知\nnumber: 示政发[2021]2号\npublished: 2021-05-06\nstatus: 已废止\nstatus-date: 2022-01-01\nkeywords: [公园, 通知]\nissuer:\n  - 甲局\n  - 乙局\neffective: 近日\n",
      to: "corpus/a.meta.yaml")
    let report = try run(folder)
    #expect(report.isComplete && report.new == 1 && report.skips.map(\.reason) == [.settings])
    let data = try data("a", in: folder)
    #expect(data.title.value == "公园的通知" && data.title.state == .entered)
    #expect(data.title.evidence == nil)
    #expect(data.number.value?.description == "示政发〔2021〕2号" && data.number.state == .entered)
    #expect(data.published.value?.description == "2021-05-06")
    #expect(data.status.value == "repealed" && data.statusAsOf?.description == "2022-01-01")
    #expect(data.keywords.value == ["公园", "通知"] && data.issuer.value == "甲局、乙局")
    #expect(data.effective.value == nil && data.effective.state == .notRecognised)
    #expect(data.addressee.value == "各区" && data.addressee.state == .stated)
  }

  @Test("a change of what is entered reads the document anew, and so does its removal")
  func change() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks are open.\n", to: "corpus/a.txt")
    #expect(try run(folder).new == 1)
    try folder.write("issuer: Example Bureau\n", to: "corpus/a.meta.yaml")
    #expect(try run(folder).changed == 1)
    #expect(try data("a", in: folder).issuer.value == "Example Bureau")
    #expect(try run(folder).unchanged == 1)
    try folder.write("issuer: Sample Bureau\n", to: "corpus/a.meta.yaml")
    #expect(try run(folder).changed == 1)
    #expect(try data("a", in: folder).issuer.value == "Sample Bureau")
    try folder.remove("corpus/a.meta.yaml")
    #expect(try run(folder).changed == 1)
    #expect(try data("a", in: folder).issuer.state == .notStated)
  }

  @Test("one that is broken is a failure of that file with its place; the document stays as it was")
  func broken() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks are open.\n", to: "corpus/a.txt")
    try folder.write("issuer: Example Bureau\n", to: "corpus/a.meta.yaml")
    #expect(try run(folder).isComplete)
    try folder.write("issuer: Example Bureau\ntitle: \"open\n", to: "corpus/a.meta.yaml")
    let report = try run(folder)
    #expect(report.unchanged == 1 && report.failures.count == 1 && report.skips.isEmpty)
    #expect(report.scanned == 2 && !report.isComplete)
    let failure = try #require(report.failures.first)
    #expect(failure.file.hasSuffix("a.meta.yaml") && failure.line != nil && failure.column != nil)
    #expect(failure.code == "malformed" && failure.isStale)
    #expect(try data("a", in: folder).issuer.value == "Example Bureau")
    // A document that is new is read without it.
    try folder.write("Gates are open.\n", to: "corpus/b.txt")
    try folder.write("- a list\n", to: "corpus/b.meta.yaml")
    let second = try run(folder)
    #expect(second.new == 1 && second.failures.count == 2)
    #expect(second.failures.filter(\.isStale).count == 1)
    #expect(try data("b", in: folder).issuer.state == .notStated)
    try folder.write("issuer: Example Bureau\n", to: "corpus/a.meta.yaml")
    try folder.write("issuer: Gate Bureau\n", to: "corpus/b.meta.yaml")
    let mended = try run(folder)
    #expect(mended.isComplete && mended.unchanged == 1 && mended.changed == 1)
    #expect(try data("b", in: folder).issuer.value == "Gate Bureau")
  }

  @Test("the name with the document's ending comes first, a name without serves all of its stem")
  func names() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks are open.\n", to: "corpus/a.txt")
    try folder.write("Gates are open.\n", to: "corpus/a.md")
    try folder.write("issuer: For all\n", to: "corpus/a.meta.yaml")
    try folder.write("issuer: For one\ncolour: green\n", to: "corpus/a.md.meta.yaml")
    let report = try run(folder)
    #expect(report.isComplete)
    #expect(try data("a.txt", in: folder).issuer.value == "For all")
    #expect(try data("a.md", in: folder).issuer.value == "For one")
    #expect(report.notes.map(\.notice.kind) == [.sidecar])
    #expect(report.notes.first?.notice.detail == "colour")
    let single = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus/a.md"), at: folder.path + "/single"
    ).run()
    #expect(single.new == 1)
    let data = try PolicySearch(at: folder.path + "/single").documents().first?.metadata
    #expect(data?.issuer.value == "For one")
  }

  @Test("an empty one says nothing, and what is beside an archive or alone belongs to no document")
  func odd() throws {
    let folder = try ScratchFolder()
    try folder.write("Parks are open.\n", to: "corpus/a.txt")
    try folder.write("", to: "corpus/a.meta.yaml")
    try folder.write("{\"text\":\"Gates are open.\"}\n", to: "corpus/b.jsonl")
    try folder.write("issuer: Example Bureau\n", to: "corpus/b.meta.yaml")
    try folder.write("{broken", to: "corpus/nobody.meta.yaml")
    let report = try run(folder)
    #expect(report.isComplete && report.new == 2 && report.skips.count == 3)
    for document in try PolicySearch(at: folder.path + "/index").documents() {
      #expect(document.metadata.issuer.state == .notStated)
    }
  }
}
