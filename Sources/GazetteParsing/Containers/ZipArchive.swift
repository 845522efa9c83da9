internal import GazetteDocument

/// Reads a zip archive (APPNOTE 6.3) within bounds: entries stored or deflated, none outside the file or over another,
/// none that unpacks to much more than it should.
struct ZipArchive {
  /// One file of the archive.
  struct Entry {
    /// The name as the archive gives it, with `/` between folders; never used as a path.
    var name: String
    /// The length of the packed and of the unpacked file.
    var packed: Int
    var size: Int
    fileprivate var checksum: UInt32
    fileprivate var method: Int
    fileprivate var isEncrypted: Bool
    /// Where the local header of the entry stands.
    fileprivate var offset: Int

    /// Whether the entry is a folder.
    var isFolder: Bool { name.hasSuffix("/") }
  }

  /// More entries than these are not read.
  static let maximumEntries = 10_000
  /// All entries together may not unpack to more.
  static let maximumSize = 256 << 20
  /// One entry of over a megabyte may not unpack to more times its packed size.
  static let maximumRatio = 200

  private let bytes: [UInt8]
  /// The entries in the order of the archive's own list.
  private(set) var entries: [Entry] = []
  /// How many bytes may still be unpacked.
  private var budget = ZipArchive.maximumSize

  /// Reads the list of an archive; unpacks nothing.
  ///
  /// - Throws: `ParseError.malformed` when the list is damaged, cut off, or names entries outside the file or over one
  ///   another.
  init(_ bytes: [UInt8]) throws(ParseError) {
    self.bytes = bytes
    let end = try endRecord()
    let count = Int(word(at: end + 10))
    guard count <= ZipArchive.maximumEntries else {
      throw .malformed(ParseFinding(.zipMembers, ZipArchive.maximumEntries), offset: end)
    }
    var position = Int(long(at: end + 16))
    for _ in 0..<count {
      guard position + 46 <= end, long(at: position) == 0x0201_4B50 else {
        throw .malformed(ParseFinding(.zipListDamaged), offset: position)
      }
      position = try addEntry(at: position, listEnd: end)
    }
    try checkOverlaps()
  }

  /// Unpacks one entry.
  ///
  /// - Throws: `ParseError` when it is encrypted, packed in another way, damaged, or larger than it may be.
  mutating func contents(of entry: Entry) throws(ParseError) -> [UInt8] {
    guard !entry.isEncrypted else {
      throw .unsupported(ParseFinding(.encryptedFile))
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw .unsupported(ParseFinding(.zipMethod, entry.method))
    }
    guard entry.size <= budget else { throw Inflation.bomb(ZipArchive.maximumSize) }
    guard entry.size <= 1 << 20 || entry.size / ZipArchive.maximumRatio <= entry.packed else {
      throw .malformed(ParseFinding(.packedRatio, ZipArchive.maximumRatio), offset: entry.offset)
    }
    let start = try dataStart(of: entry)
    let contents = try unpacked(entry, start..<start + entry.packed)
    guard contents.count == entry.size, Inflation.checksum(of: contents) == entry.checksum else {
      throw .malformed(ParseFinding(.packedFileDamaged), offset: start)
    }
    budget -= contents.count
    return contents
  }

  private func unpacked(_ entry: Entry, _ range: Range<Int>) throws(ParseError) -> [UInt8] {
    if entry.method == 0 { return Array(bytes[range]) }
    var result: [UInt8] = []
    result.reserveCapacity(entry.size)
    try Inflation(.raw).run(bytes, in: range) { piece throws(ParseError) in
      guard result.count + piece.count <= entry.size else {
        throw .malformed(ParseFinding(.packedFileLonger), offset: range.lowerBound)
      }
      for index in 0..<piece.count { result.append(piece[index]) }
    }
    return result
  }

  /// Where the end record stands: it is the last thing but for a comment.
  private func endRecord() throws(ParseError) -> Int {
    var position = bytes.count - 22
    let limit = max(0, bytes.count - 22 - 0xFFFF)
    while position >= limit, position >= 0 {
      if long(at: position) == 0x0605_4B50,
        position + 22 + Int(word(at: position + 20)) <= bytes.count
      {
        let list = Int(long(at: position + 16))
        guard list != 0xFFFF_FFFF, list <= position else { break }
        return position
      }
      position -= 1
    }
    throw .malformed(ParseFinding(.zipWithoutList), offset: nil)
  }

  private mutating func addEntry(at position: Int, listEnd: Int) throws(ParseError) -> Int {
    let nameLength = Int(word(at: position + 28))
    let end =
      position + 46 + nameLength + Int(word(at: position + 30)) + Int(word(at: position + 32))
    let packed = Int(long(at: position + 20))
    let offset = Int(long(at: position + 42))
    guard end <= listEnd, offset + 30 + packed <= bytes.count else {
      throw .malformed(ParseFinding(.zipListOutside), offset: position)
    }
    let flags = word(at: position + 8)
    let name = Array(bytes[position + 46..<position + 46 + nameLength])
    entries.append(
      Entry(
        name: ArchiveName.decoded(name), packed: packed, size: Int(long(at: position + 24)),
        checksum: long(at: position + 16), method: Int(word(at: position + 10)),
        isEncrypted: flags & 1 != 0, offset: offset))
    return end
  }

  /// Files that share packed bytes make bombs of any size.
  private func checkOverlaps() throws(ParseError) {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end else {
        throw .malformed(ParseFinding(.zipOverlap), offset: entry.offset)
      }
      end = try dataStart(of: entry) + entry.packed
    }
  }

  private func dataStart(of entry: Entry) throws(ParseError) -> Int {
    let offset = entry.offset
    guard offset + 30 <= bytes.count, long(at: offset) == 0x0403_4B50 else {
      throw .malformed(ParseFinding(.zipListWrong), offset: offset)
    }
    let start = offset + 30 + Int(word(at: offset + 26)) + Int(word(at: offset + 28))
    guard start + entry.packed <= bytes.count else {
      throw .malformed(ParseFinding(.zipCut), offset: offset)
    }
    return start
  }

  private func word(at position: Int) -> UInt16 {
    UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
  }

  private func long(at position: Int) -> UInt32 {
    UInt32(word(at: position)) | UInt32(word(at: position + 2)) << 16
  }
}
