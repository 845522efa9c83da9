internal import GazetteDocument

/// Reads the documents that are zip archives inside: Word, OpenDocument, electronic books.
enum OfficeReader {
  /// The form and the blocks of a document.
  ///
  /// - Throws: `ParseError` when it is a form that is not read, a plain archive, damaged or hostile.
  static func read(
    _ bytes: [UInt8]
  ) throws(ParseError) -> (format: DocumentFormat, extracted: ExtractedText) {
    let archive = try ZipArchive(bytes)
    guard let form = OfficeFormat(archive) else {
      throw .unsupported(ParseFinding(.loneArchive))
    }
    var package = try OfficePackage(archive)
    switch form {
    case .docx: return (.docx, try WordReader.read(&package))
    case .odt: return (.odt, try OpenDocumentReader.read(&package))
    case .epub: return (.epub, try BookReader.read(&package))
    case .other(let kind): throw .unsupported(ParseFinding(kind))
    }
  }
}
