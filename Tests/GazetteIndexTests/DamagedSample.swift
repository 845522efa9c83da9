import GazetteTestSupport

@testable import GazetteIndex

/// A small index of two segments with deletions, and everything that can be asked of it: what the corruption tests damage.
struct DamagedSample {
  let folder = TemporaryFolder()
  static let queries: [Query] = {
    let the = Sample.term("the")
    let over: Query = Sample.phrase("over", "the")
    let rural = Term(field: Sample.body, "rural")
    let words = [PhraseTerm(bytes: Array("roads".utf8), offset: 0)]
    let others = [PhraseTerm(bytes: Array("bridges".utf8), offset: 0)]
    var queries: [Query] = [.everything, the, Sample.term("roads"), Sample.term("rural")]
    queries.append(Sample.phrase("rural", "roads"))
    queries.append(Sample.phrase("the", "the"))
    queries.append(.all([the, Sample.term("roads")]))
    queries.append(.any([Sample.term("bridges"), Sample.term("over"), the]))
    queries.append(.prefix(Term(field: Sample.body, "r")))
    queries.append(.term(Term(field: Sample.tag, "t1")))
    queries.append(.range(Sample.year, 1990...2010))
    let eitherWord: Query = .any([the, Sample.term("bridges")])
    let both: Query = .all([eitherWord, .any([Sample.term("roads"), .term(rural)])])
    queries.append(.preferring(both, .any([over, Sample.phrase("rural", "roads")])))
    queries.append(.all([both, .constant(.any([.term(rural), the]), 0)]))
    queries.append(.excluding(.all([eitherWord, Sample.phrase("the", "rural")]), over))
    queries.append(.excluding(.everything, .term(Term(field: Sample.title, "title"))))
    queries.append(.preferring(the, over))
    queries.append(.near(field: Sample.body, phrases: [words, others], distance: 5))
    queries.append(.wildcard(Term(field: Sample.body, "r*a?s")))
    queries.append(.fuzzy(Term(field: Sample.body, "roats"), edits: 1, prefix: 1))
    let title = Term(field: Sample.title, "title")
    queries.append(.fields([WeightedTerm(rural), WeightedTerm(title)]))
    queries.append(.within(.group, [Sample.term("over"), Sample.term("bridges")]))
    queries.append(.within(.run(Sample.rank), [Sample.term("over"), Sample.term("bridges")]))
    queries.append(.within(.sentence(Sample.body), [Sample.term("rural"), Sample.term("bridges")]))
    return queries
  }()

  /// Makes the index; another number gives other contents of the same sizes.
  func build(_ number: Int = 0) throws {
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, memoryBudget: 0,
      policy: MergePolicy(floor: 0))
    let texts = [
      "rural roads and the rural bridges", "the the the roads", "over the rivers", "roads",
    ]
    for group in 0..<3 {
      var entries: [IndexEntry] = []
      for index in 0..<[150, 4, 2][group] {
        let text = texts[(index + number) % 4] + (group == 1 ? " only" : "")
        let year: Int64? = index % 7 == 0 ? nil : Int64(1980 + index)
        entries.append(
          Sample.entry(
            text, title: index == 1 ? "title" : nil, tags: ["t\(index % 5)"], year: year,
            rank: Int64(index / 9), sentences: [0, 10]))
      }
      let stored = [UInt8](repeating: UInt8(group), count: 300) + [7, UInt8(number)]
      try writer.add(EntryGroup(key: "g\(group)", stored: stored, entries: entries))
    }
    try writer.commit(userData: [1, 2, 3])
    try writer.delete(key: "g1")
    try writer.commit()
    writer.close()
  }

  /// The names of the files that hold the index.
  var names: [String] { folder.names.filter { $0 != "lock" } }

  /// The body of a file.
  func body(_ name: String) throws -> [UInt8] {
    let kind: FileFooter.Kind = name == Manifest.name ? .manifest : .segment
    let file = try CheckedFile(path: folder.path + "/" + name, kind: kind)
    return withExtendedLifetime(file) { file.body.array }
  }

  /// Everything there is to read, as text.
  func answers() throws -> String {
    let index = try SearchIndex(at: folder.path)
    let searcher = index.searcher()
    var divided = searcher
    divided.division = SearchDivision(
      shortLead: 0, leastPostings: 0, leastEntries: 64, threadCount: 2)
    var text = "\(index.generation) \(try index.userData()) \(index.schema)\n"
    for query in Self.queries {
      let results = try searcher.search(query, limit: 20)
      text += "\(results.totalCount) \(try searcher.count(query)) \(results.hits)\n"
      text += "\(try divided.search(query, limit: 20) == results)"
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
    text += try "\(searcher.facets(of: .everything, [.field(Sample.tag)]))"
    return text
  }
}

extension DamagedSample {
  /// Puts a body in place of a file's under right checksums, in the manifest too.
  func adopt(_ name: String, body: [UInt8]) throws {
    let kind: FileFooter.Kind = name == Manifest.name ? .manifest : .segment
    let writer = CheckedFileWriter(kind: kind, to: nil)
    try writer.append(body)
    folder.write(name, try writer.finish())
    guard kind == .segment else { return }
    var manifest = try Manifest(folder: folder.path)
    manifest.entries = try manifest.entries.map { entry in
      let file = try CheckedFile(
        path: folder.path + "/" + Segment.name(entry.number), kind: .segment)
      return Manifest.Entry(
        number: entry.number, byteCount: UInt64(file.byteCount), checksum: file.checksum,
        deletedGroups: entry.deletedGroups)
    }
    try manifest.publish(in: IndexFolder(path: folder.path))
  }
}
