internal import GazetteDocument

/// Reads a tar archive (POSIX ustar and pax, GNU long names) as its bytes arrive, and hands out one file after another.
struct TarStream {
  /// One file of the archive.
  struct File {
    var name: String
    var contents: [UInt8]
    /// Whether it is a plain file; links, folders and devices are not.
    var isPlain: Bool
  }

  private var header: [UInt8] = []
  private var name: [UInt8] = []
  private var kind: UInt8 = 0
  private var contents: [UInt8] = []
  /// Bytes of the file that is being read that are still to come, and those that fill its last block.
  private var left = 0
  private var padding = 0
  private var longName: [UInt8]?
  private var zeros = 0
  /// Whether the end of the archive was met.
  private(set) var isFinished = false
  /// How many files were met.
  private var count = 0

  /// Takes the next bytes.
  ///
  /// - Throws: `ParseError.malformed` when they are no tar archive.
  mutating func take(_ piece: Span<UInt8>, _ body: (File) throws(ParseError) -> Void)
    throws(ParseError)
  {
    var position = 0
    while position < piece.count, !isFinished {
      if left > 0 {
        let end = position + min(left, piece.count - position)
        for index in position..<end { contents.append(piece[index]) }
        left -= end - position
        position = end
        if left == 0 { try finishFile(body) }
      } else if padding > 0 {
        let length = min(padding, piece.count - position)
        padding -= length
        position += length
      } else {
        header.append(piece[position])
        position += 1
        if header.count == 512 { try readHeader(body) }
      }
    }
  }

  /// Notes the end of the bytes.
  ///
  /// - Throws: `ParseError.malformed` when they end within a file.
  func end() throws(ParseError) {
    guard left == 0, header.isEmpty || isFinished else {
      throw .malformed(ParseFinding(.tarCut), offset: nil)
    }
  }

  private mutating func readHeader(_ body: (File) throws(ParseError) -> Void) throws(ParseError) {
    defer { header.removeAll(keepingCapacity: true) }
    if header.allSatisfy({ $0 == 0 }) {
      zeros += 1
      isFinished = zeros > 1
      return
    }
    zeros = 0
    let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.0) ? 32 : Int($1.1)) }
    guard let size = octal(124..<136), octal(148..<156) == sum else {
      throw .malformed(ParseFinding(.tarDamaged), offset: nil)
    }
    guard size <= ZipArchive.maximumSize else { throw Inflation.bomb(ZipArchive.maximumSize) }
    count += 1
    guard count <= ZipArchive.maximumEntries else {
      throw .malformed(ParseFinding(.tarMembers, ZipArchive.maximumEntries), offset: nil)
    }
    kind = header[156]
    let prefix = field(345..<500)
    name = field(0..<100)
    if !prefix.isEmpty, header[257] == UInt8(ascii: "u"), header[262] == 0 {
      name = prefix + [UInt8(ascii: "/")] + name
    }
    contents.removeAll()
    left = size
    padding = (512 - size % 512) % 512
    if size == 0 { try finishFile(body) }
  }

  private mutating func finishFile(_ body: (File) throws(ParseError) -> Void) throws(ParseError) {
    switch kind {
    case UInt8(ascii: "L"):
      longName = Array(contents.prefix { $0 != 0 })
      return
    case UInt8(ascii: "x"):
      longName = paxPath() ?? longName
      return
    case UInt8(ascii: "g"), UInt8(ascii: "K"): return
    default: break
    }
    let isPlain = kind == UInt8(ascii: "0") || kind == 0 || kind == UInt8(ascii: "7")
    let whole = ArchiveName.decoded(longName ?? name)
    longName = nil
    try body(File(name: whole, contents: contents, isPlain: isPlain && !whole.hasSuffix("/")))
    contents = []
  }

  /// The `path` of a pax header: lines of `LENGTH KEY=VALUE`.
  private func paxPath() -> [UInt8]? {
    var position = 0
    var path: [UInt8]?
    while let space = contents[position...].firstIndex(of: 0x20) {
      guard let length = Int(String(decoding: contents[position..<space], as: UTF8.self)),
        length > 0,
        length <= contents.count - position, position + length > space + 1
      else { break }
      let line = contents[(space + 1)..<(position + length)]
      if line.starts(with: Array("path=".utf8)) {
        path = Array(line.dropFirst(5).prefix { $0 != 0x0A })
      }
      position += length
    }
    return path
  }

  private func field(_ range: Range<Int>) -> [UInt8] { Array(header[range].prefix { $0 != 0 }) }

  private func octal(_ range: Range<Int>) -> Int? {
    var value = 0
    for byte in header[range] where byte != 0x20 && byte != 0 {
      guard byte >= 0x30, byte <= 0x37 else { return nil }
      value = value << 3 | Int(byte - 0x30)
    }
    return value
  }
}
