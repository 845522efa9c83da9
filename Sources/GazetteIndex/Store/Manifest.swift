/// The file that says what an index consists of: replacing it is the commit.
///
/// Layout of the body, with variable-length numbers: generation; the number that the next segment gets; name and version of
/// the analyzer; the schema; the number of segments and for each its number, the length of its file, the checksum in the footer of that
/// (64 bits), how many groups are deleted and the distances between their places; the length of the user's data, and the data.
struct Manifest: Sendable {
  /// The name of the file.
  static let name = "manifest"

  /// A segment and which of its groups are deleted, rising.
  struct Entry: Sendable, Hashable {
    let number: UInt64
    /// The length of the file, and the checksum in its footer: no other segment passes for this one.
    let byteCount: UInt64
    let checksum: UInt64
    let deletedGroups: [Int]

    init(number: UInt64, byteCount: UInt64, checksum: UInt64, deletedGroups: [Int]) {
      self.number = number
      self.byteCount = byteCount
      self.checksum = checksum
      self.deletedGroups = deletedGroups
    }

    /// Describes a segment that is open.
    init(_ segment: LiveSegment) {
      self.init(
        number: segment.segment.number, byteCount: UInt64(segment.segment.file.byteCount),
        checksum: segment.segment.file.checksum, deletedGroups: segment.live.deletedGroups)
    }
  }

  /// How many commits made the index what it is.
  var generation: UInt64 = 0
  /// The number that the next segment gets.
  var nextSegment: UInt64 = 1
  var analyzerName: String
  var analyzerVersion: Int
  var schema: Schema
  var entries: [Entry] = []
  /// What the owner of the index keeps with the commit.
  var userData = UserData([])

  /// Describes an index without segments.
  init(schema: Schema, analyzerName: String, analyzerVersion: Int) {
    self.schema = schema
    self.analyzerName = analyzerName
    self.analyzerVersion = analyzerVersion
  }

  /// Reads the manifest of a folder, but for the user's data; throws `IndexError.missing` when there is none.
  init(folder: String) throws(IndexError) {
    let file = try Self.open(folder)
    defer { withExtendedLifetime(file) {} }
    var reader = ByteReader(file.body)
    guard let read = Manifest(from: &reader, of: file) else {
      // Damage explains what could not be read.
      try file.verify()
      throw file.corrupt(reader.offset, "the manifest is cut short")
    }
    // Nothing of it is used before its pages have been found intact.
    _ = try file.checked(
      0, reader.offset - read.userData.count, "a page does not agree with its checksum")
    self = read
  }

  /// Reads what may be damaged; `nil` when it is no manifest.
  private init?(from reader: inout ByteReader, of file: CheckedFile) {
    generation = reader.varint()
    nextSegment = reader.varint()
    analyzerName = reader.string()
    analyzerVersion = Int(reader.varint32())
    guard let schema = Schema.decode(from: &reader) else { return nil }
    self.schema = schema
    for _ in 0..<reader.length() {
      let number = reader.varint()
      let byteCount = reader.varint()
      let checksum = reader.read(UInt64.self)
      var deleted: [Int] = []
      var next = 0
      for _ in 0..<reader.length() {
        // A distance has 32 bits, and there are fewer than 2³² of them.
        deleted.append(next + Int(reader.varint32()))
        next = deleted[deleted.count - 1] + 1
      }
      entries.append(
        Entry(
          number: number, byteCount: byteCount, checksum: checksum, deletedGroups: deleted))
    }
    let count = reader.length()
    userData = UserData(in: file, at: reader.offset..<reader.offset + count)
    _ = reader.bytes(count)
    guard !reader.hasFailed, reader.isAtEnd else { return nil }
  }

  private static func open(_ folder: String) throws(IndexError) -> CheckedFile {
    do {
      return try CheckedFile(path: folder + "/" + name, kind: .manifest)
    } catch .missing {
      throw .missing(path: folder)
    }
  }

  /// Makes the manifest that of a folder, in one step.
  func publish(in folder: IndexFolder) throws(IndexError) {
    let userData = try userData.bytes()
    var writer = ByteWriter()
    writer.varint(generation)
    writer.varint(nextSegment)
    writer.string(analyzerName)
    writer.varint(analyzerVersion)
    schema.encode(into: &writer)
    writer.varint(entries.count)
    for entry in entries {
      writer.varint(entry.number)
      writer.varint(entry.byteCount)
      writer.write(entry.checksum)
      writer.varint(entry.deletedGroups.count)
      var next = 0
      for group in entry.deletedGroups {
        writer.varint(group - next)
        next = group + 1
      }
    }
    writer.counted(userData)
    let file = try AtomicFile(name: Self.name, in: folder)
    let output = CheckedFileWriter(kind: .manifest, to: file)
    try output.append(writer.bytes)
    _ = try output.finish()
    try file.publish()
    try folder.synchronize()
  }
}
