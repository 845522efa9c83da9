import GazetteDocument
import GazetteParsing
import GazetteTestSupport

/// Gives one input of libFuzzer to a reader, and ends the program when a document that comes of it does not hold together.
enum FuzzInput {
  /// Reads the bytes as a file of some name.
  static func read(_ bytes: [UInt8], file: String) {
    check(bytes, file: file, isRecord: false)
  }

  /// Reads the bytes as a container, and every member of it.
  static func readMembers(_ bytes: [UInt8], file: String) {
    guard let kind = SourceContainer.kind(of: bytes, file: file) else { return }
    try? SourceContainer.forEachMember(of: bytes, kind: kind) { member in
      if case .success(let contents) = member.contents {
        check(contents, file: member.name, isRecord: kind == .jsonLines)
      }
    }
  }

  /// Reads the bytes as an office document: as they are when they are an archive, else as parts that a form feed ends and
  /// that are packed here, as the checksums of an archive stop damaged parts at the door.
  static func readParts(_ bytes: [UInt8]) {
    guard let form = bytes.first, form != UInt8(ascii: "P") else {
      return check(bytes, file: "a.docx", isRecord: false)
    }
    let names =
      switch form {
      case UInt8(ascii: "O"): ["mimetype", "content.xml", "styles.xml"]
      case UInt8(ascii: "B"): ["META-INF/container.xml", "book.opf", "a.xhtml", "b.xhtml"]
      default:
        [
          "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml",
          "word/footnotes.xml", "word/endnotes.xml", "word/header1.xml", "_rels/.rels",
        ]
      }
    let parts = bytes.dropFirst().split(separator: 0x0C, omittingEmptySubsequences: false)
    let files = zip(names, parts).map { ArchiveWriter.File($0, Array($1)) }
    check(ArchiveWriter.zip(files), file: "a.docx", isRecord: false)
  }

  private static func check(_ bytes: [UInt8], file: String, isRecord: Bool) {
    let digest = ContentHash.digest(of: bytes.span)
    guard
      let document = try? DocumentParser().parse(
        bytes, sha256: digest, id: .init("fuzz"), file: file, isRecord: isRecord)
    else { return }
    let violations = DocumentInvariants(document) { slice in
      let bytes = Array(slice)
      return ContentHash.digest(of: bytes.span).prefix
    }.violations
    precondition(violations.isEmpty, violations.joined(separator: "; "))
  }
}
