/// A document without its text: its identity and what is known of it as a whole.
public struct DocumentSummary: Sendable, Hashable {
  /// The document's name in the corpus.
  public var id: PolicyDocument.ID
  /// The file that it was read from.
  public var file: String
  /// The SHA-256 of the file's bytes.
  public var sha256: Digest
  /// The SHA-256 of the source text as UTF-8.
  public var textSHA256: Digest
  /// The form of the file.
  public var format: DocumentFormat
  /// The encoding of the file by its WHATWG name.
  public var encoding: String
  /// The main language.
  public var language: Language
  /// What is known of the document as a whole.
  public var metadata: DocumentMetadata
  /// How many passages it has.
  public var passageCount: Int
  /// How many sentences its passages have.
  public var sentenceCount: Int
  /// How many UTF-8 bytes its source text has.
  public var textByteCount: Int
  /// How it stands to the other versions of the same work in an index; `nil` where no index was asked or there are none.
  public var lineage: DocumentLineage?

  /// Creates the summary of a document.
  public init(_ document: PolicyDocument) {
    id = document.id
    file = document.file
    sha256 = document.sha256
    textSHA256 = document.textSHA256
    format = document.format
    encoding = document.encoding
    language = document.language
    metadata = document.metadata
    passageCount = document.passages.count
    sentenceCount = document.sentences.count
    textByteCount = document.text.utf8.count
  }

  /// Creates a summary from its parts.
  package init(
    id: PolicyDocument.ID, file: String, sha256: Digest, textSHA256: Digest,
    format: DocumentFormat, encoding: String, language: Language, metadata: DocumentMetadata,
    passageCount: Int, sentenceCount: Int, textByteCount: Int
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.textSHA256 = textSHA256
    self.format = format
    self.encoding = encoding
    self.language = language
    self.metadata = metadata
    self.passageCount = passageCount
    self.sentenceCount = sentenceCount
    self.textByteCount = textByteCount
  }

  /// The title, or the document's name when it states none.
  public var displayTitle: String {
    if let title = metadata.title.value, !title.isEmpty { title } else { id.name }
  }
}
