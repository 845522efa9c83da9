import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// Damaged files give an error or the right answer, and hostile ones at least end.
@Suite struct CorruptionTests {
  private let folder = TemporaryFolder()
  private static let queries: [Query] = {
    let the = Sample.term("the")
    let over: Query = Sample.phrase("over", "the")
    var queries: [Query] = [.everything, the, Sample.term("roads"), Sample.term("rural")]
    queries.append(Sample.phrase("rural", "roads"))
    queries.append(Sample.phrase("the", "the"))
    queries.append(.all([the, Sample.term("roads")]))
    queries.append(.any([Sample.term("bridges"), Sample.term("over"), the]))
    queries.append(.prefix(Term(field: Sample.body, "r")))
    queries.append(.term(Term(field: Sample.tag, "t1")))
    queries.append(.range(Sample.year, 1990...2010))
    queries.append(.excluding(.everything, .term(Term(field: Sample.title, "title"))))
    queries.append(.preferring(the, over))
    return queries
  }()

  private func build() throws {
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, memoryBudget: 0,
      policy: MergePolicy(floor: 0))
    let texts = [
      "rural roads and the rural bridges", "the the the roads", "over the rivers", "roads",
    ]
    for group in 0..<3 {
      var entries: [IndexEntry] = []
      for index in 0..<[150, 4, 2][group] {
        let text = texts[index % 4] + (group == 1 ? " only" : "")
        let year: Int64? = index % 7 == 0 ? nil : Int64(1980 + index)
        entries.append(
          Sample.entry(
            text, title: index == 1 ? "title" : nil, tags: ["t\(index % 5)"], year: year))
      }
      try writer.add(EntryGroup(key: "g\(group)", stored: [UInt8(group), 7], entries: entries))
    }
    try writer.commit(userData: [1, 2, 3])
    try writer.delete(key: "g1")
    try writer.commit()
    writer.close()
  }

  /// Everything there is to read, as text.
  private func answers() throws -> String {
    let index = try SearchIndex(at: folder.path)
    let searcher = index.searcher()
    var text = "\(index.generation) \(index.userData) \(index.schema)\n"
    for query in Self.queries {
      let results = try searcher.search(query, limit: 20)
      text += "\(results.totalCount) \(try searcher.count(query)) \(results.hits)\n"
      for hit in results {
        let (group, ordinal) = try searcher.group(of: hit)
        let value = try searcher.value(of: Sample.year, segment: hit.segment, docID: hit.docID)
        text += "\(group) \(ordinal) \(String(describing: value)) "
      }
    }
    for group in searcher.groups {
      text += try "\(searcher.key(of: group)) \(searcher.stored(of: group))"
    }
    text += try "\(searcher.group(key: "g2") as Any) \(searcher.group(key: "none") as Any)"
    text += try "\(searcher.terms(prefix: Term(field: Sample.body, "")))"
    return text
  }

  @Test("a flipped byte anywhere is an error or changes no answer")
  func flips() throws {
    try build()
    let expected = try answers()
    var count = 0
    var refused = 0
    for name in folder.names where name != "lock" {
      let bytes = folder.read(name)
      for offset in bytes.indices {
        for mask: UInt8 in [1 << UInt8(offset % 8), 0xFF] {
          var damaged = bytes
          damaged[offset] ^= mask
          folder.write(name, damaged)
          count += 1
          do {
            let found = try answers()
            #expect(found == expected, "\(name) at \(offset)")
          } catch is IndexError {
            refused += 1
          }
        }
      }
      folder.write(name, bytes)
    }
    #expect(try answers() == expected)
    #expect(count > 4000)
    // Everything that was read is under a checksum; only what no question touches may pass.
    #expect(Double(refused) > Double(count) * 0.99)
  }

  @Test("a file cut short anywhere, or missing, is an error")
  func cuts() throws {
    try build()
    for name in folder.names where name != "lock" {
      let bytes = folder.read(name)
      for length in stride(from: 0, to: bytes.count, by: 3) {
        folder.write(name, Array(bytes[..<length]))
        #expect(throws: IndexError.self, "\(name) of \(length)") { _ = try answers() }
      }
      folder.write(name, bytes + [0])
      #expect(throws: IndexError.self) { _ = try answers() }
      folder.remove(name)
      #expect(throws: IndexError.self) { _ = try answers() }
      folder.write(name, bytes)
    }
    _ = try answers()
  }

  @Test("hostile bytes under right checksums neither trap nor hang, in a search or in a merge")
  func hostile() throws {
    try build()
    var generator = SeededGenerator(seed: OracleTests.seed)
    let names = folder.names.filter { $0 != "lock" }
    var bodies: [String: [UInt8]] = [:]
    for name in names {
      let kind: FileFooter.Kind = name == Manifest.name ? .manifest : .segment
      let file = try CheckedFile(path: folder.path + "/" + name, kind: kind)
      bodies[name] = file.body.array
    }
    var survived = 0
    for round in 0..<2500 {
      let name = names[generator.below(names.count)]
      guard var body = bodies[name] else { continue }
      let original = folder.read(name)
      for _ in 0..<(1 + generator.below(3)) {
        let offset = generator.below(body.count)
        let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, body[offset] ^ 1, body[offset] &+ 1]
        body[offset] = values[generator.below(values.count)]
      }
      let kind: FileFooter.Kind = name == Manifest.name ? .manifest : .segment
      let writer = CheckedFileWriter(kind: kind, to: nil)
      try writer.append(body)
      folder.write(name, try writer.finish())
      if (try? answers()) != nil { survived += 1 }
      if round % 20 == 0 { try? merge() }
      folder.write(name, original)
    }
    #expect(survived > 20)
  }

  private func merge() throws(IndexError) {
    let segments = try SearchIndex(at: folder.path).searcher().segments
    _ = try SegmentMerger(segments, schema: Sample.schema).write(to: nil)
  }
}
