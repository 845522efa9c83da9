import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct PostingCursorTests {
  private let folder = TemporaryFolder()

  /// An index in which the word `x` stands in some entries, at some positions.
  private func segment(_ positions: [[Int]]) throws -> Segment {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: true)
    let entries = positions.map { places in
      let words = (0..<((places.last ?? 0) + 1)).map { places.contains($0) ? "x" : "y" }
      return Sample.entry(words.joined(separator: " "), tags: places.isEmpty ? [] : ["x"])
    }
    try writer.add(EntryGroup(key: "k", stored: [], entries: entries))
    try writer.commit()
    return try SearchIndex(at: folder.path).searcher().segments[0].segment
  }

  @Test(
    "lists of every length around the block size come back, with positions",
    arguments: [1, 2, 127, 128, 129, 255, 256, 257, 700])
  func lengths(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    var positions: [[Int]] = []
    for _ in 0..<count {
      for _ in 0..<(generator.once(in: 3) ? generator.below(5) : 0) { positions.append([]) }
      let size = generator.once(in: 30) ? 300 : 1 + generator.below(3)
      positions.append((0..<size).map { $0 * (1 + generator.below(3) / 2) + generator.below(1) })
      positions[positions.count - 1] = Array(Set(positions[positions.count - 1])).sorted()
    }
    let segment = try segment(positions)
    let holding = positions.indices.filter { !positions[$0].isEmpty }
    let info = try #require(try segment.terms.find(Term(field: Sample.body, "x")))
    #expect(Int(info.documentFrequency) == holding.count)
    let fault = SearchFault()
    let cursor = try PostingCursor(info, in: segment, hasPositions: true, fault: fault)
    let buffer = NumberBuffer(capacity: 1)
    for docID in holding {
      cursor.next()
      #expect(Int(cursor.docID) == docID)
      #expect(Int(cursor.termFrequency) == positions[docID].count)
      // Now and then the positions are left out, so that the next have to be found behind them.
      if generator.once(in: 4) { continue }
      buffer.count = 0
      cursor.appendPositions(to: buffer)
      #expect((0..<buffer.count).map { Int(buffer.base[$0]) } == positions[docID])
    }
    cursor.next()
    #expect(cursor.docID == PostingCursor.end)
    let keyword = try #require(try segment.terms.find(Term(field: Sample.tag, "x")))
    let plain = try PostingCursor(keyword, in: segment, hasPositions: false, fault: fault)
    for docID in holding where generator.once(in: 3) || docID == holding.last {
      plain.advance(to: UInt32(docID))
      #expect(Int(plain.docID) == docID)
      #expect(plain.termFrequency == 1)
    }
    plain.advance(to: UInt32(positions.count))
    #expect(plain.docID == PostingCursor.end)
    #expect(fault.error == nil)
  }

  @Test(
    "positions of postings come back however many are left out in between",
    arguments: [1, 2, 5, 20, 60], [1, 3, 30])
  func sparsePositions(step: Int, most: Int) throws {
    var generator = SeededGenerator(seed: UInt64(step * 100 + most))
    let positions = (0..<600).map { entry in
      // At first dense enough for sets of bits, then not.
      entry > 300 && generator.once(in: 2)
        ? [] : Array(Set((0...generator.below(most)).map { _ in generator.below(200) })).sorted()
    }
    let segment = try segment(positions)
    let holding = positions.indices.filter { !positions[$0].isEmpty }
    let info = try #require(try segment.terms.find(Term(field: Sample.body, "x")))
    let fault = SearchFault()
    let memory = PostingMemory()
    // The memory is used again, as searches do.
    for _ in 0..<3 {
      let cursor = try PostingCursor(
        info, in: segment, hasPositions: true, fault: fault, memory: memory)
      let buffer = NumberBuffer(capacity: 1)
      for docID in holding where generator.once(in: step) {
        cursor.advance(to: UInt32(docID))
        #expect(Int(cursor.docID) == docID)
        buffer.count = 0
        cursor.appendPositions(to: buffer)
        #expect((0..<buffer.count).map { Int(buffer.base[$0]) } == positions[docID])
      }
    }
    #expect(fault.error == nil)
  }
}
