import GazetteAnalysis
import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct IndexExaminationTests {
  private let sample = DamagedSample()
  /// What is done to a byte.
  private static func masks(_ offset: Int) -> [UInt8] {
    TestScale.factor > 1
      ? [1, 2, 4, 8, 16, 32, 64, 128, 0xFF, 0x55] : [1 << UInt8(offset % 8), 0xFF]
  }

  private func damages() throws -> [IndexError] {
    try IndexExamination(of: sample.folder.path).damages
  }

  /// Whether damages name a file, at an offset at which or on whose page a byte was changed.
  private func name(_ damages: [IndexError], _ file: String, _ offset: Int, _ body: Int) -> Bool {
    damages.contains { damage in
      switch damage {
      case .corrupt(let path, let place, _):
        path.hasSuffix("/" + file)
          && (offset >= body || place / FileFooter.pageSize == offset / FileFooter.pageSize)
      // The version of the format is a byte like any other.
      case .incompatible(let path, _, _): path.hasSuffix("/" + file)
      default: false
      }
    }
  }

  @Test("a sound index has no damages, and every file is read")
  func sound() throws {
    try sample.build()
    let examination = try IndexExamination(of: sample.folder.path)
    #expect(examination.damages.isEmpty && examination.leftovers.isEmpty)
    #expect(examination.generation == 2)
    #expect(examination.files.map(\.name).sorted() == sample.names)
    for file in examination.files {
      #expect(file.byteCount == sample.folder.read(file.name).count)
    }
  }

  @Test(
    "every byte that is changed, in any bit, is found with its file and its page",
    .tags(.corruption))
  func flips() throws {
    try sample.build()
    var count = 0
    for name in sample.names {
      let bytes = sample.folder.read(name)
      let body = try sample.body(name).count
      for offset in bytes.indices {
        for mask in Self.masks(offset) {
          var damaged = bytes
          damaged[offset] ^= mask
          sample.folder.write(name, damaged)
          count += 1
          let found = try damages()
          if !self.name(found, name, offset, body) {
            Issue.record("\(name) at \(offset) with \(mask): \(found)")
            return
          }
        }
      }
      sample.folder.write(name, bytes)
    }
    #expect(try damages().isEmpty)
    print("\(count) changed bytes, all found")
  }

  @Test("every file cut at any length, grown or missing is found", .tags(.corruption))
  func cuts() throws {
    try sample.build()
    for name in sample.names {
      let bytes = sample.folder.read(name)
      for length in 0..<bytes.count {
        sample.folder.write(name, Array(bytes[..<length]))
        if try !damages().contains(where: { "\($0)".contains(name) }) {
          Issue.record("\(name) of \(length) bytes is not found")
          return
        }
      }
      sample.folder.write(name, bytes + [0])
      #expect(try !damages().isEmpty)
      sample.folder.remove(name)
      if name == Manifest.name {
        #expect(throws: IndexError.missing(path: sample.folder.path)) { try damages() }
      } else {
        #expect(try !damages().isEmpty)
      }
      sample.folder.write(name, bytes)
    }
    #expect(try damages().isEmpty)
  }

  @Test(
    "files swapped between indexes, between segments and between commits are found",
    .tags(.corruption))
  func swaps() throws {
    try sample.build()
    let other = DamagedSample()
    try other.build(1)
    #expect(other.names == sample.names)
    for name in sample.names {
      let bytes = sample.folder.read(name)
      for donor in other.names {
        let foreign = other.folder.read(donor)
        guard foreign != bytes else { continue }
        sample.folder.write(name, foreign)
        #expect(throws: IndexError.self, "\(donor) as \(name)") { try sample.answers() }
        #expect(try !damages().isEmpty, "\(donor) as \(name)")
      }
      for donor in sample.names where donor != name {
        sample.folder.write(name, sample.folder.read(donor))
        #expect(throws: IndexError.self, "\(donor) as \(name)") { try sample.answers() }
        #expect(try !damages().isEmpty, "\(donor) as \(name)")
      }
      sample.folder.write(name, bytes)
    }
    #expect(try damages().isEmpty)
  }

  @Test("a sound index of another analyzer is not damaged: it says which made it")
  func otherAnalyzer() throws {
    let writer = try IndexWriter(
      folder: IndexFolder(path: sample.folder.path), schema: Sample.schema, analyzer: .plain)
    try writer.add(Sample.group("a", "roads and bridges", "道路"))
    try writer.commit()
    writer.close()
    let examination = try IndexExamination(of: sample.folder.path)
    #expect(examination.damages.isEmpty && examination.generation == 1)
    guard case .mismatched(_, "the analyzer", _, _) = examination.mismatch else {
      Issue.record("\(examination.mismatch as Any)")
      return
    }
    // It is taken apart to the last posting all the same.
    let name = Segment.name(1)
    var bytes = sample.folder.read(name)
    bytes[bytes.count / 2] ^= 1
    sample.folder.write(name, bytes)
    let damaged = try IndexExamination(of: sample.folder.path)
    #expect(damaged.damages.count == 1 && damaged.mismatch != nil)
    #expect(throws: IndexError.self) { try SearchIndex(at: sample.folder.path) }
  }

  @Test("what a killed writer left is named and is no damage")
  func leftovers() throws {
    try sample.build()
    sample.folder.write("99.segment", [1, 2, 3])
    sample.folder.write("manifest.tmp", [1])
    let examination = try IndexExamination(of: sample.folder.path)
    #expect(examination.leftovers == ["99.segment", "manifest.tmp"])
    #expect(examination.damages.isEmpty)
  }

  @Test("damage under right checksums is found by taking the segment apart")
  func structure() throws {
    try sample.build()
    var generator = SeededGenerator(seed: OracleTests.seed)
    let name = sample.names[0]
    let bytes = sample.folder.read(name)
    let body = try sample.body(name)
    var found = 0
    for _ in 0..<400 {
      var hostile = body
      hostile[generator.below(body.count)] ^= UInt8(1 + generator.below(255))
      try sample.adopt(name, body: hostile)
      if try !damages().isEmpty { found += 1 }
    }
    try sample.adopt(name, body: body)
    #expect(sample.folder.read(name) == bytes)
    #expect(try damages().isEmpty)
    // A year or a stored byte can be any other.
    #expect(found > 200)
  }
}
