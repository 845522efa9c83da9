import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteSearch
import GazetteTestSupport
import Testing

@Suite struct CorpusExaminationTests {
  private let folder = TemporaryFolder()
  private static let state = CorpusState(
    fingerprint: 7, readerVersion: 1, roots: [], files: [])

  private func build(_ stored: [UInt8]? = nil) throws {
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    let group = EntryGroup(SampleDocument.document)
    try writer.add(
      EntryGroup(key: group.key, stored: stored ?? group.stored, entries: group.entries))
    try writer.commit(userData: Self.state.bytes)
  }

  @Test("a sound index has its documents read whole")
  func sound() throws {
    try build()
    let examination = try CorpusExamination(at: folder.path)
    #expect(examination.damages.isEmpty && examination.documentCount == 1)
    #expect(examination.revision?.hasPrefix("r1-") == true)
  }

  @Test(
    "a document that cannot be read is named, though every checksum is right",
    .tags(.corruption))
  func documents() throws {
    let record = EntryGroup(SampleDocument.document).stored
    for length in [0, 79, 200] {
      try build(Array(record.prefix(length)))
      let examination = try CorpusExamination(at: folder.path)
      #expect(examination.damages.count == 1 && examination.index.damages.isEmpty)
      #expect(examination.documentCount == 0)
    }
  }

  @Test(
    "any byte of a record may be any other: an error or other words, never a crash",
    .tags(.corruption))
  func hostile() throws {
    var record = EntryGroup(SampleDocument.document).stored
    var generator = SeededGenerator(seed: 3)
    var damaged = 0
    for _ in 0..<300 {
      let place = generator.below(record.count)
      let before = record[place]
      record[place] = UInt8(generator.below(256))
      try build(record)
      if try !CorpusExamination(at: folder.path).damages.isEmpty { damaged += 1 }
      _ = try? PolicySearch(at: folder.path).search("住房")
      record[place] = before
    }
    #expect(damaged > 20)
  }

  @Test("a sound index of other fields is not damaged: it says what differs")
  func otherFields() throws {
    let writer = try IndexWriter(
      at: folder.path, schema: Schema(fields: [Field(name: "body", kind: .text)], columns: []))
    let text = IndexEntry.FieldText(field: FieldID(rawValue: 0), utf8: Array("roads".utf8)[...])
    try writer.add(EntryGroup(key: "a", stored: [], entries: [IndexEntry(texts: [text])]))
    try writer.commit()
    let examination = try CorpusExamination(at: folder.path)
    #expect(examination.damages.isEmpty && examination.documentCount == 0)
    guard case .mismatched(_, "the fields", "body", _) = examination.mismatch else {
      Issue.record("\(examination.mismatch as Any)")
      return
    }
  }

  @Test("no index is an error")
  func missing() {
    #expect(throws: IndexError.missing(path: folder.path)) {
      try CorpusExamination(at: folder.path)
    }
    let none = folder.path + "/none"
    #expect(throws: IndexError.missing(path: none)) { try CorpusExamination(at: none) }
  }
}
