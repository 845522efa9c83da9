private import CGazetteData

/// What exactly is wrong with a file: one sentence of the table of messages, with what is filled in.
///
/// The table holds each sentence in every language under the key `finding.` and the kind, so that whoever reports a failure
/// says it in the language of its reader.
public struct ParseFinding: Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public enum Kind: String, Sendable, CaseIterable {
    // What is no document.
    case binary, database, font, icon, image, media, program
    case recordWithoutText = "record-without-text"
    // What is recognised and not read.
    case archive, compressed, excel, ofd, powerpoint, rtf
    case encryptedFile = "encrypted-file"
    case encryptedOffice = "encrypted-office"
    case encryptedPDF = "encrypted-pdf"
    case loneArchive = "lone-archive"
    case nestedArchive = "nested-archive"
    case oldExcel = "old-excel"
    case oldOffice = "old-office"
    case oldPresentation = "old-presentation"
    case oldWord = "old-word"
    case openDocumentKind = "open-document-kind"
    case packedFile = "packed-file"
    case pdfProgram = "pdf-program"
    case works
    case zipMethod = "zip-method"
    // What is damaged or hostile.
    case attributes, entities, hyphens
    case bookContainer = "book-container"
    case bookPage = "book-page"
    case bookWithoutPages = "book-without-pages"
    case documentParts = "document-parts"
    case documentWithoutText = "document-without-text"
    case includedParts = "included-parts"
    case jsonLine = "json-line"
    case memberName = "member-name"
    case namespaces
    case packedCut = "packed-cut"
    case packedDamaged = "packed-damaged"
    case packedFileDamaged = "packed-file-damaged"
    case packedFileLonger = "packed-file-longer"
    case packedRatio = "packed-ratio"
    case packedSize = "packed-size"
    case pdfDamaged = "pdf-damaged"
    case pdfDamagedWords = "pdf-damaged-words"
    case pdfSize = "pdf-size"
    case sidecar
    case spreadsheetCells = "spreadsheet-cells"
    case spreadsheetSize = "spreadsheet-size"
    case spreadsheetWithoutSheets = "spreadsheet-without-sheets"
    case tagSize = "tag-size"
    case tarCut = "tar-cut"
    case tarDamaged = "tar-damaged"
    case tarMembers = "tar-members"
    case xmlAttribute = "xml-attribute"
    case xmlCharacter = "xml-character"
    case xmlCut = "xml-cut"
    case xmlEmpty = "xml-empty"
    case xmlEndTag = "xml-end-tag"
    case xmlOutside = "xml-outside"
    case xmlReference = "xml-reference"
    case xmlTag = "xml-tag"
    case xmlWords = "xml-words"
    case zipCut = "zip-cut"
    case zipListDamaged = "zip-list-damaged"
    case zipListOutside = "zip-list-outside"
    case zipListWrong = "zip-list-wrong"
    case zipMembers = "zip-members"
    case zipOverlap = "zip-overlap"
    case zipWithoutList = "zip-without-list"
    // What could not be read to its end.
    case deepElements = "deep-elements"
    case htmlWithoutTree = "html-without-tree"
    case longText = "long-text"
    case markdownStopped = "markdown-stopped"
    case noMemory = "no-memory"
    case pdfTime = "pdf-time"
    case undecoded
    // What has no text, or is over the limit.
    case pdfScan = "pdf-scan"
    case size
  }

  /// Which sentence.
  public let kind: Kind
  /// What stands in its places `{0}`, `{1}`, ….
  public let values: [String]

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - kind: The sentence.
  ///   - values: What stands in its places, in their order.
  package init(_ kind: Kind, _ values: any CustomStringConvertible...) {
    self.kind = kind
    self.values = values.map(\.description)
  }

  /// The key of the sentence in the table of messages.
  public var key: String { "finding." + kind.rawValue }

  /// The sentence in English.
  public var description: String {
    let sentence = ParseFinding.sentences[key] ?? key
    // In one pass, so that a value that looks like a place is not filled.
    var text = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)...].prefix { $0 != "}" }
      rest = rest[inner.endIndex...].dropFirst()
      if let index = Int(inner), values.indices.contains(index) { text += values[index] }
    }
    return text + rest
  }

  /// The English sentences by their keys.
  private static let sentences: [String: String] = {
    let table = unsafe gazette_table_messages()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    var sentences: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("finding.") {
      let columns = line.split(separator: "\t")
      if columns.count > 1 { sentences[String(columns[0])] = String(columns[1]) }
    }
    return sentences
  }()
}
