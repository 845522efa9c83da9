import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// A writer that begins an index in place of another one takes nothing away before it has something to give.
@Suite struct StartingOverTests {
  private let folder = TemporaryFolder()

  private func build() throws {
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, policy: MergePolicy(floor: 0))
    for key in ["a", "b"] {
      try writer.add(Sample.group(key, "old roads"))
      try writer.commit()
    }
    writer.close()
  }

  private var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in folder.names where name != "lock" { files[name] = folder.read(name) }
    return files
  }

  /// Puts a manifest there that says it is of a later format.
  private func makeForeign() {
    let body = Array("what a later format holds".utf8)
    var rest = ByteWriter()
    rest.write(UInt64(body.count + 8 + FileFooter.size))
    rest.write(UInt64(body.count))
    rest.write(UInt32(FileFooter.supportedVersions.upperBound + 1))
    rest.write(FileFooter.Kind.manifest.rawValue)
    let ending = Array(
      FileFooter.closing(bodyLength: 0, pageChecksums: [], kind: .manifest).suffix(8))
    rest.append(ending)
    var pages = ByteWriter()
    pages.write(body.withUnsafeBytes { Checksum.of($0) })
    let sum = (pages.bytes + rest.bytes).withUnsafeBytes { Checksum.of($0) }
    var file = body + pages.bytes
    var checksum = ByteWriter()
    checksum.write(sum)
    file += checksum.bytes + rest.bytes
    folder.write(Manifest.name, file)
  }

  @Test(
    "an index of another format, or with a damaged manifest, stays as it is until the first commit",
    .tags(.crash), arguments: [false, true])
  func unreadable(isForeign: Bool) throws {
    try build()
    if isForeign {
      makeForeign()
    } else {
      folder.write(Manifest.name, Array(folder.read(Manifest.name).dropLast()))
    }
    let before = files
    #expect(before.count == 2)
    let error = #expect(throws: IndexError.self) { try SearchIndex(at: folder.path) }
    if case .incompatible = error { #expect(isForeign) } else { #expect(!isForeign) }
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: true)
    #expect(files == before)
    try writer.add(Sample.group("c", "new roads"))
    writer.close()
    for (name, bytes) in before { #expect(folder.read(name) == bytes, "\(name)") }
    let second = try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: true)
    try second.add(Sample.group("c", "new roads"))
    try second.commit()
    second.close()
    #expect(files.count == 2 && files != before)
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(try searcher.count(Sample.term("new")) == 1 && searcher.groupCount == 1)
  }

  @Test("a manifest that the system does not let be read is an error, and nothing is removed")
  func refused() throws {
    try build()
    let segments = folder.names.filter { $0.hasSuffix(".segment") }
    folder.remove(Manifest.name)
    // What can be opened and not be mapped: a folder.
    let inner = IndexFolder(path: folder.path + "/" + Manifest.name)
    try inner.create()
    folder.write(Manifest.name + "/x", [1])
    for startingOver in [false, true] {
      #expect(throws: IndexError.self) {
        try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: startingOver)
      }
      #expect(folder.names.filter { $0.hasSuffix(".segment") } == segments)
    }
  }

  @Test("an index that lacks a segment is damaged for a writer, who can start over")
  func missing() throws {
    try build()
    let name = try #require(folder.names.first { $0.hasSuffix(".segment") })
    folder.remove(name)
    let path = folder.path + "/" + name
    let what = "a segment of the last commit is missing"
    #expect(throws: IndexError.corrupt(file: path, offset: 0, what: what)) {
      try IndexWriter(at: folder.path, schema: Sample.schema)
    }
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema, startingOver: true)
    try writer.add(Sample.group("c", "roads"))
    try writer.commit()
    writer.close()
    #expect(try SearchIndex(at: folder.path).searcher().groupCount == 1)
    #expect(try IndexExamination(of: folder.path).leftovers.isEmpty)
  }
}
