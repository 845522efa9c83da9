import GazetteIndex
import GazetteTestSupport
import Testing

@Suite struct IndexPartTests {
  /// Fills parts at once and appends them in order; gives the files of the index.
  private func build(tasks: Int) async throws -> [String: [UInt8]] {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    let empty = (0..<4).map { _ in writer.makePart() }
    let parts = try await withThrowingTaskGroup(of: (Int, IndexPart).self) { group in
      for (number, part) in empty.enumerated() {
        group.addTask {
          for index in 0..<200 {
            var content = RandomContent(seed: UInt64(number * 1000 + index))
            try part.add(
              content.group(
                key: "\(index * (number + 1))", stored: [UInt8(number)], longest: 20))
          }
          if tasks > 1 { try part.seal() }
          return (number, part)
        }
        if tasks == 1 { try await group.waitForAll() }
      }
      var parts: [(Int, IndexPart)] = []
      for try await part in group { parts.append(part) }
      return parts
    }
    for number in 0..<4 {
      let part = try parts.first { $0.0 == number } ?? (number, filled(number, by: writer))
      try writer.append(part.1)
    }
    try writer.commit()
    var files: [String: [UInt8]] = [:]
    for name in folder.names where name != "lock" { files[name] = folder.read(name) }
    return files
  }

  /// The part that a task of `build` makes, made here.
  private func filled(_ number: Int, by writer: IndexWriter) throws -> IndexPart {
    let part = writer.makePart()
    for index in 0..<200 {
      var content = RandomContent(seed: UInt64(number * 1000 + index))
      let group = content.group(
        key: "\(index * (number + 1))", stored: [UInt8(number)], longest: 20)
      try part.add(group)
    }
    return part
  }

  @Test("parts filled at once give the same files as parts filled one after the other")
  func determinism() async throws {
    let alone = try await build(tasks: 1)
    for _ in 0..<3 {
      let together = try await build(tasks: 4)
      #expect(together == alone)
    }
    #expect(alone.count == 2)
  }

  @Test("an empty part adds nothing, and a part knows its size")
  func sizes() throws {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.append(writer.makePart())
    #expect(!writer.hasChanges)
    let part = writer.makePart()
    let before = part.byteCount
    try part.add(Sample.group("a", "roads and bridges"))
    #expect(part.byteCount > before)
    try part.seal()
    #expect(part.byteCount > 0)
    try writer.append(part)
    try writer.commit()
    #expect(try SearchIndex(at: folder.path).searcher().groupCount == 1)
  }
}
