internal import GazetteDocument

/// Tells the forms that older Office programs keep in compound files ([MS-CFB]) by the names of their streams.
enum CompoundFile {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The form of a compound file, as the sentence that says how to convert it; `nil` for any other file.
  static func form(of bytes: Span<UInt8>) -> ParseFinding.Kind? {
    guard bytes.count >= 8 else { return nil }
    for index in 0..<8 where bytes[index] != signature[index] { return nil }
    let names = streams(of: bytes)
    if names.contains("WordDocument") { return .oldWord }
    if names.contains("Workbook") || names.contains("Book") { return .oldExcel }
    if names.contains("PowerPoint Document") { return .oldPresentation }
    if names.contains("CONTENTS") || names.contains("MatOST") { return .works }
    return names.contains("EncryptedPackage") ? .encryptedOffice : .oldOffice
  }

  /// The names in the first sector of the directory and, as it mostly goes on there, in those behind it.
  private static func streams(of bytes: Span<UInt8>) -> Set<String> {
    guard bytes.count > 512 else { return [] }
    let shift = min(12, max(9, Int(bytes[30])))
    var first = 0
    for index in (0..<4).reversed() { first = first << 8 | Int(bytes[48 + index]) }
    var names: Set<String> = []
    var entry = (first + 1) << shift
    for _ in 0..<32 where entry >= 0 && entry + 128 <= bytes.count {
      let length = min(64, Int(bytes[entry + 64]))
      var name = ""
      for index in stride(from: 0, to: max(0, length - 2), by: 2) {
        let unit = UInt32(bytes[entry + index]) | UInt32(bytes[entry + index + 1]) << 8
        if let scalar = Unicode.Scalar(unit) { name.unicodeScalars.append(scalar) }
      }
      names.insert(name)
      entry += 128
    }
    return names
  }
}
