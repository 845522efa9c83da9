import GazetteIndex
import GazetteTestSupport
import Testing

@Suite struct IndexWriterTests {
  let folder = TemporaryFolder()

  @Test("what was committed is found after reopening, by term, phrase, all and any")
  func reopening() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "rural roads and bridges", "bridges over rivers"))
    try writer.add(Sample.group("b", "roads", "rural bridges and roads"))
    #expect(try writer.commit(userData: [7]) == 1)
    writer.close()
    let index = try SearchIndex(at: folder.path)
    #expect(index.generation == 1)
    #expect(try index.userData() == [7])
    let searcher = index.searcher()
    #expect(try searcher.found(Sample.term("roads")) == "b/0 a/0 b/1")
    #expect(try searcher.found(Sample.phrase("rural", "bridges")) == "b/1")
    #expect(try searcher.found(.all([Sample.term("rural"), Sample.term("bridges")])) == "a/0 b/1")
    #expect(
      try searcher.found(.any([Sample.term("over"), Sample.phrase("rural", "roads")]))
        == "a/1 a/0")
    #expect(try searcher.count(Sample.term("bridges")) == 3)
    #expect(try searcher.count(Sample.term("absent")) == 0)
    let group = try #require(try searcher.group(key: "b"))
    #expect(try searcher.stored(of: group) == Array("stored b".utf8))
    #expect(try searcher.entries(of: group).count == 2)
  }

  @Test("a group replaces the one with its key, in memory and on disk")
  func replacing() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "first"))
    try writer.add(Sample.group("a", "second"))
    try writer.commit()
    #expect(try SearchIndex(at: folder.path).searcher().found(Sample.term("second")) == "a/0")
    #expect(try SearchIndex(at: folder.path).searcher().found(Sample.term("first")).isEmpty)
    try writer.add(Sample.group("a", "third"))
    try writer.commit()
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(try searcher.found(Sample.term("third")) == "a/0")
    #expect(try searcher.found(Sample.term("second")).isEmpty)
    #expect(searcher.entryCount == 1)
    #expect(searcher.groupCount == 1)
  }

  @Test("a second writer is refused with the number of the process that holds the lock")
  func locking() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    let error = #expect(throws: IndexError.self) {
      _ = try IndexWriter(at: folder.path, schema: Sample.schema)
    }
    guard case .locked(let path, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == folder.path)
    #expect(holder.wholeMatch(of: /process [0-9]+/) != nil)
    writer.close()
    _ = try IndexWriter(at: folder.path, schema: Sample.schema)
  }

  @Test("a writer that ends without commit leaves the last commit and no files")
  func abandoning() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "roads"))
    try writer.commit()
    writer.close()
    let names = folder.names
    do {
      let second = try IndexWriter(at: folder.path, schema: Sample.schema, memoryBudget: 0)
      try second.add(Sample.group("b", "roads"))
      try second.delete(key: "a")
    }
    #expect(folder.names == names)
    #expect(try SearchIndex(at: folder.path).searcher().found(Sample.term("roads")) == "a/0")
  }

  @Test("what a killed writer left is removed, and other files are not")
  func leftovers() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "roads"))
    try writer.commit()
    writer.close()
    let names = folder.names
    folder.write("77.segment", [1, 2, 3])
    folder.write("78.segment.tmp", [])
    folder.write("manifest.tmp", [9])
    folder.write("notes.txt", [1])
    let second = try IndexWriter(at: folder.path, schema: Sample.schema)
    #expect(folder.names == (names + ["notes.txt"]).sorted())
    try second.add(Sample.group("b", "roads"))
    try second.commit()
    #expect(!folder.names.contains("77.segment"))
  }

  @Test("other fields are refused, and starting over accepts them while readers keep the old")
  func startingOver() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "roads"))
    try writer.commit()
    writer.close()
    let other = Schema(fields: [Field(name: "body", kind: .text)], columns: [])
    #expect(throws: IndexError.self) { _ = try IndexWriter(at: folder.path, schema: other) }
    let second = try IndexWriter(at: folder.path, schema: other, startingOver: true)
    #expect(try SearchIndex(at: folder.path).searcher().groupCount == 1)
    try second.add(
      EntryGroup(
        key: "b", stored: [],
        entries: [IndexEntry(texts: [.init(field: Sample.body, utf8: Array("rivers".utf8)[...])])]))
    #expect(try second.commit() == 2)
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(searcher.schema == other)
    #expect(try searcher.found(Sample.term("rivers")) == "b/0")
    #expect(try searcher.found(Sample.term("roads")).isEmpty)
  }

  @Test("starting over mends an index whose manifest is damaged")
  func mending() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "roads"))
    try writer.commit()
    writer.close()
    folder.write("manifest", [1, 2, 3])
    #expect(throws: IndexError.self) { _ = try IndexWriter(at: folder.path, schema: Sample.schema) }
    let second = try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: true)
    try second.add(Sample.group("b", "roads"))
    try second.commit()
    #expect(try SearchIndex(at: folder.path).searcher().found(Sample.term("roads")) == "b/0")
  }

  @Test("the data kept with a commit stays until it is replaced")
  func userData() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.commit(userData: [1, 2])
    try writer.add(Sample.group("a", "roads"))
    #expect(writer.hasChanges)
    #expect(try writer.commit() == 2)
    #expect(!writer.hasChanges)
    #expect(try SearchIndex(at: folder.path).userData() == [1, 2])
    try writer.commit(userData: [])
    #expect(try SearchIndex(at: folder.path).userData().isEmpty)
  }

  @Test("a group may have no entries, an empty key, and bytes to store")
  func emptyGroups() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(EntryGroup(key: "", stored: [1], entries: []))
    try writer.add(Sample.group("a", "", "roads"))
    try writer.add(EntryGroup(key: "b", stored: [], entries: []))
    try writer.commit()
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(try searcher.groups.map { try searcher.key(of: $0) } == ["", "a", "b"])
    #expect(try searcher.found(.everything) == "a/0 a/1")
    let empty = try #require(try searcher.group(key: ""))
    #expect(try searcher.withStored(of: empty) { $0.byteCount } == 1)
  }

  @Test("keys that look alike but differ in bytes are two groups")
  func normalForms() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("caf\u{E9}", "roads"))
    try writer.add(Sample.group("cafe\u{301}", "roads"))
    try writer.commit()
    #expect(try SearchIndex(at: folder.path).searcher().groupCount == 2)
  }
}
