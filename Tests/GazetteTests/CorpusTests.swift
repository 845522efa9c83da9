import Foundation
import Gazette
import GazetteTestSupport
import Testing

@Suite struct CorpusTests {
  @Test("documents are named by their path without the ending; clashing ones all keep it")
  func names() throws {
    let folder = try ScratchFolder()
    for name in ["b/x.txt", "a.txt", "a.md", "b/y.zh.md", "b/c#1.txt", "b/50%.txt", "noending"] {
      try folder.write("text", to: name)
    }
    let corpus = try Corpus(at: folder.path)
    #expect(
      corpus.sources.map(\.id.name) == [
        "a.md", "a.txt", "b/50%25", "b/c%231", "b/x", "b/y.zh", "noending",
      ])
  }

  @Test("names that differ only in normalization form become one form")
  func normalization() throws {
    let folder = try ScratchFolder()
    try folder.write("text", to: "cafe\u{301}.txt")
    let corpus = try Corpus(at: folder.path)
    #expect(Array(corpus.sources[0].id.name.utf8) == Array("caf\u{E9}".utf8))
  }

  @Test("with several roots every name begins with its root's; equal root names are an error")
  func roots() throws {
    let folder = try ScratchFolder()
    try folder.write("text", to: "one/a.txt")
    try folder.write("text", to: "two/a.txt")
    try folder.write("text", to: "three/one/a.txt")
    let paths = [folder.path + "/one", folder.path + "/two"]
    #expect(try Corpus(at: paths).sources.map(\.id.name) == ["one/a", "two/a"])
    #expect(throws: CorpusError.self) {
      try Corpus(at: [folder.path + "/one", folder.path + "/three/one"])
    }
    #expect(throws: CorpusError.missing(path: folder.path + "/four")) {
      try Corpus(at: folder.path + "/four")
    }
  }

  @Test("a single file is a corpus of one document")
  func singleFile() throws {
    let folder = try ScratchFolder()
    try folder.write("text", to: "x/a.txt")
    #expect(try Corpus(at: folder.path + "/x/a.txt").sources.map(\.id.name) == ["a"])
  }

  @Test("hidden, ignored, settings, links out of the folder are skipped with their reason")
  func skips() throws {
    let folder = try ScratchFolder()
    try folder.write("drafts/\n*.bak\n", to: "c/.gazetteignore")
    try folder.write("text", to: "c/drafts/a.txt")
    try folder.write("text", to: "c/a.bak")
    try folder.write("x: 1", to: "c/concepts.yaml")
    try folder.write("x: 1", to: "c/a.meta.yaml")
    try folder.write("text", to: "c/a.txt")
    try folder.write("secret", to: "outside.txt")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path + "/c/out.txt", withDestinationPath: folder.path + "/outside.txt")
    try files.createSymbolicLink(
      atPath: folder.path + "/c/inside.txt", withDestinationPath: folder.path + "/c/a.txt")
    try files.createSymbolicLink(
      atPath: folder.path + "/c/loop", withDestinationPath: folder.path + "/c")
    try files.createSymbolicLink(
      atPath: folder.path + "/c/dangling", withDestinationPath: folder.path + "/nowhere")
    #expect(mkfifo(folder.path + "/c/pipe", 0o600) == 0)
    let corpus = try Corpus(at: folder.path + "/c")
    #expect(corpus.sources.map(\.id.name) == ["a", "inside"])
    let reasons = Dictionary(
      uniqueKeysWithValues: corpus.skipped.map { ($0.relativePath, $0.skipReason) })
    #expect(
      reasons == [
        ".gazetteignore": .hidden, "drafts": .ignored, "a.bak": .ignored,
        "concepts.yaml": .settings, "a.meta.yaml": .settings, "out.txt": .symbolicLink,
        "loop": .symbolicLink, "dangling": .symbolicLink, "pipe": .specialFile,
      ])
  }

  @Test(
    "the project's own corpus has a hundred documents in all forms, three encodings and both languages"
  )
  func ownCorpus() throws {
    let documents = try Corpus(at: ProjectFolder.corpus).documents
    #expect(documents.count >= 100)
    #expect(Set(documents.map(\.format)) == Set(DocumentFormat.allCases))
    #expect(
      Set(documents.map(\.encoding)).isSuperset(of: ["UTF-8", "gb18030", "UTF-16LE", "Big5"]))
    #expect(documents.contains { $0.language == .english })
    #expect(documents.contains { $0.language == .simplifiedChinese })
    #expect(documents.allSatisfy { !$0.passages.isEmpty && $0.metadata.title.value != nil })
  }
}
