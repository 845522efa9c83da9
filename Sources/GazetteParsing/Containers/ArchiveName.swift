internal import GazetteDocument

/// The names of files in archives: made readable, and refused where they would lead out of the archive.
enum ArchiveName {
  /// A name as text: UTF-8, else what Chinese Windows writes, else what Western one does.
  static func decoded(_ bytes: [UInt8]) -> String {
    var name: String
    if let valid = String(validating: bytes, as: UTF8.self) {
      name = valid
    } else if let found = TextEncoding.gb18030.converter?.convert(bytes, from: 0), found.losses == 0
    {
      name = String(decoding: found.utf8, as: UTF8.self)
    } else if let found = TextEncoding.windows1252.converter?.convert(bytes, from: 0) {
      name = String(decoding: found.utf8, as: UTF8.self)
    } else {
      name = String(decoding: bytes, as: UTF8.self)
    }
    if name.utf8.contains(0x5C) { name = name.replacing("\\", with: "/") }
    return name
  }

  /// A name without `.` and empty parts; `nil` when it is absolute, leads out with `..`, or holds control characters.
  static func safe(_ name: String) -> String? {
    guard !name.hasPrefix("/"), !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return nil
    }
    let parts = name.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains(".."), parts[0].utf8.dropFirst().first != 0x3A else {
      return nil
    }
    return parts.joined(separator: "/")
  }
}
