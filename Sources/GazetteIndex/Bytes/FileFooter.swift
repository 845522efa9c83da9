/// The last bytes of every file of an index: what it is, how long it is, and the checksums of its pages.
///
/// A file is its *body*, then one 64-bit checksum for each page of 16 KiB of the body, then the footer of 40 bytes:
///
/// | bytes | what |
/// |---|---|
/// | 0 ..< 8 | checksum of the page checksums and of the rest of the footer |
/// | 8 ..< 16 | length of the file |
/// | 16 ..< 24 | length of the body |
/// | 24 ..< 28 | version of the format |
/// | 28 ..< 32 | the kind of file |
/// | 32 ..< 40 | `gazette` and a line feed |
struct FileFooter {
  /// What a file holds; part of the footer, so that no file passes for another.
  enum Kind: UInt32, Sendable {
    case manifest = 0x494E_414D
    case segment = 0x4D47_4553
    case log = 0x2047_4F4C
  }

  /// How many bytes of the body one checksum covers.
  static let pageSize = 16 * 1024
  /// The length of the footer.
  static let size = 40
  /// The versions of the format that this build reads.
  static let supportedVersions = 1...1
  private static let magic: UInt64 = 0x0A65_7474_657A_6167

  /// The length of the body.
  let bodyLength: Int
  /// The checksum of the page checksums and the rest of the footer: two files that share it have the same bytes.
  let checksum: UInt64

  /// Reads and checks the footer of a file: everything but the body itself.
  init(of file: MappedFile, kind: Kind) throws(IndexError) {
    let view = file.view
    func damaged(_ what: String, at offset: Int) -> IndexError {
      .corrupt(file: file.path, offset: offset, what: what)
    }
    guard view.count >= Self.size else { throw damaged("the file is cut short", at: view.count) }
    let start = view.count - Self.size
    guard view.load(start + 32, as: UInt64.self) == Self.magic else {
      throw damaged("it does not end as a file of an index does", at: start + 32)
    }
    let version = Int(view.load(start + 24, as: UInt32.self))
    let length = view.load(start + 8, as: UInt64.self)
    let body = view.load(start + 16, as: UInt64.self)
    guard length == UInt64(view.count), body <= UInt64(start) else {
      throw damaged("the length is wrong", at: start + 8)
    }
    let bodyLength = Int(body)
    let pages = (bodyLength + Self.pageSize - 1) / Self.pageSize
    guard start - bodyLength == pages * 8, let checked = view.slice(bodyLength, pages * 8),
      let rest = view.slice(start + 8, Self.size - 8)
    else { throw damaged("the number of pages is wrong", at: start + 16) }
    checksum = view.load(start, as: UInt64.self)
    let sum = unsafe Checksum.of(
      UnsafeRawBufferPointer(checked.buffer), UnsafeRawBufferPointer(rest.buffer))
    guard checksum == sum else {
      throw damaged("the footer does not agree with its checksum", at: start)
    }
    guard Self.supportedVersions.contains(version) else {
      throw .incompatible(file: file.path, found: version, supported: Self.supportedVersions)
    }
    guard view.load(start + 28, as: UInt32.self) == kind.rawValue else {
      throw damaged("it is another kind of file", at: start + 28)
    }
    self.bodyLength = bodyLength
  }

  /// The bytes that follow a body: the checksums of its pages and the footer.
  static func closing(bodyLength: Int, pageChecksums: [UInt64], kind: Kind) -> [UInt8] {
    var rest = ByteWriter()
    rest.write(UInt64(bodyLength + pageChecksums.count * 8 + size))
    rest.write(UInt64(bodyLength))
    rest.write(UInt32(supportedVersions.upperBound))
    rest.write(kind.rawValue)
    rest.write(magic)
    var all = ByteWriter()
    for sum in pageChecksums { all.write(sum) }
    let sum = checksum(all.bytes + rest.bytes)
    all.write(sum)
    all.append(rest.bytes)
    return all.bytes
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe Checksum.of($0) }
  }
}
