internal import GazetteDocument

/// What a zip archive is when it is one document and not a folder of them, by its first entries.
enum OfficeFormat {
  case docx, odt, epub
  /// A form that is recognised and not read, with how to convert it.
  case other(ParseFinding.Kind)

  /// `nil` for an archive that is none of them, or that is damaged.
  init?(of bytes: [UInt8]) {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    self.init(archive)
  }

  init?(_ archive: ZipArchive) {
    let names = Set(archive.entries.map(\.name))
    if names.contains("OFD.xml") {
      self = .other(.ofd)
    } else if names.contains("META-INF/container.xml"), !names.contains("content.xml") {
      self = .epub
    } else if names.contains("[Content_Types].xml") {
      if names.contains(where: { $0.hasPrefix("xl/") }) {
        self = .other(.excel)
      } else if names.contains(where: { $0.hasPrefix("ppt/") }) {
        self = .other(.powerpoint)
      } else {
        self = .docx
      }
    } else if names.contains("content.xml"),
      names.contains("mimetype") || names.contains("styles.xml")
    {
      self = .odt
    } else {
      return nil
    }
  }
}
