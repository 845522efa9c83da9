/// What the first bytes of a file say of its kind, before anything is decoded.
enum FileSignature {
  /// A kind that holds documents and is not read.
  private static let unsupported: [(bytes: [UInt8], finding: ParseFinding)] = [
    (Array("{\\rtf".utf8), ParseFinding(.rtf)),
    ([0x1F, 0x8B], ParseFinding(.packedFile)),
    (Array("BZh".utf8), ParseFinding(.compressed, "bzip2", "bunzip2")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], ParseFinding(.compressed, "xz", "unxz")),
    ([0x28, 0xB5, 0x2F, 0xFD], ParseFinding(.compressed, "Zstandard", "unzstd")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ParseFinding(.archive, "7z")),
    (Array("Rar!".utf8), ParseFinding(.archive, "RAR")),
  ]

  /// A kind that is no document.
  private static let others: [(bytes: [UInt8], finding: ParseFinding)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], ParseFinding(.image, "PNG")),
    ([0xFF, 0xD8, 0xFF], ParseFinding(.image, "JPEG")),
    (Array("GIF87a".utf8), ParseFinding(.image, "GIF")),
    (Array("GIF89a".utf8), ParseFinding(.image, "GIF")),
    ([0x49, 0x49, 0x2A, 0x00], ParseFinding(.image, "TIFF")),
    ([0x4D, 0x4D, 0x00, 0x2A], ParseFinding(.image, "TIFF")),
    (Array("RIFF".utf8), ParseFinding(.media, "RIFF")),
    ([0x7F, 0x45, 0x4C, 0x46], ParseFinding(.program)),
    ([0xCF, 0xFA, 0xED, 0xFE], ParseFinding(.program)),
    (Array("SQLite format 3\0".utf8), ParseFinding(.database)),
    (Array("OggS".utf8), ParseFinding(.media, "Ogg")),
    ([0x49, 0x44, 0x33, 0x03], ParseFinding(.media, "MP3")),
    ([0x00, 0x00, 0x01, 0x00], ParseFinding(.icon)),
    (Array("wOF2".utf8), ParseFinding(.font)),
    ([0x00, 0x61, 0x73, 0x6D], ParseFinding(.program)),
  ]

  /// Refuses a file that its first bytes say is not read.
  static func check(_ bytes: Span<UInt8>) throws(ParseError) {
    for known in unsupported where starts(bytes, with: known.bytes) {
      throw .unsupported(known.finding)
    }
    if let form = CompoundFile.form(of: bytes) {
      throw .unsupported(ParseFinding(form))
    }
    for known in others where starts(bytes, with: known.bytes) {
      throw .notADocument(known.finding)
    }
    // A Windows program says MZ, as an English text may; the zeros behind it do not stand in one.
    if bytes.count > 64, bytes[0] == 0x4D, bytes[1] == 0x5A {
      for index in 2..<64 where bytes[index] == 0 { throw .notADocument(ParseFinding(.program)) }
    }
  }

  private static func starts(_ bytes: Span<UInt8>, with signature: [UInt8]) -> Bool {
    guard bytes.count >= signature.count else { return false }
    for index in signature.indices where bytes[index] != signature[index] { return false }
    return true
  }
}
