/// What the first bytes of a file say of its kind, before anything is decoded.
enum FileSignature {
  /// A kind that holds documents and is not read.
  private static let unsupported: [(bytes: [UInt8], format: String, advice: String)] = [
    (Array("{\\rtf".utf8), "RTF", "save it as plain text or HTML"),
    ([0x1F, 0x8B], "a packed file in another", "unpack it with gunzip"),
    (Array("BZh".utf8), "bzip2", "unpack it with bunzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "unpack it with unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "unpack it with unzstd"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z archive", "unpack it"),
    (Array("Rar!".utf8), "RAR archive", "unpack it"),
  ]

  /// A kind that is no document.
  private static let others: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"),
    (Array("GIF89a".utf8), "a GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    (Array("RIFF".utf8), "a RIFF file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xCF, 0xFA, 0xED, 0xFE], "a program"),
    (Array("SQLite format 3\0".utf8), "a SQLite database"),
    (Array("OggS".utf8), "an Ogg file"),
    ([0x49, 0x44, 0x33, 0x03], "an MP3 file"),
    ([0x00, 0x00, 0x01, 0x00], "an icon"),
    (Array("wOF2".utf8), "a font"),
    ([0x00, 0x61, 0x73, 0x6D], "a program"),
  ]

  /// Refuses a file that its first bytes say is not read.
  static func check(_ bytes: Span<UInt8>) throws(ParseError) {
    for known in unsupported where starts(bytes, with: known.bytes) {
      throw .unsupported(format: known.format, advice: known.advice)
    }
    if let form = CompoundFile.form(of: bytes) {
      throw .unsupported(format: form.name, advice: form.advice)
    }
    for known in others where starts(bytes, with: known.bytes) {
      throw .notADocument(found: known.name)
    }
    // A Windows program says MZ, as an English text may; the zeros behind it do not stand in one.
    if bytes.count > 64, bytes[0] == 0x4D, bytes[1] == 0x5A {
      for index in 2..<64 where bytes[index] == 0 { throw .notADocument(found: "a program") }
    }
  }

  private static func starts(_ bytes: Span<UInt8>, with signature: [UInt8]) -> Bool {
    guard bytes.count >= signature.count else { return false }
    for index in signature.indices where bytes[index] != signature[index] { return false }
    return true
  }
}
