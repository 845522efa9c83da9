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
    #expect(index.userData == [7])
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
}
