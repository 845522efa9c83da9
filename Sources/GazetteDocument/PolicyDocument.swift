/// One source document, parsed: its identity, what is known of it, its outline, and its passages over the source text.
///
/// A document is flat: sections, passages and sentences are arrays in the order of the text that refer to each other by
/// index, so that a document of any depth is copied, walked and freed without recursion.
public struct PolicyDocument: Sendable, Hashable {
  /// The stable name of a document within its corpus.
  public struct ID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name: a path below the corpus folder, in NFC, with `/`, mostly without ending.
    public let name: String

    /// Creates an id from a name.
    public init(_ name: String) {
      self.name = name
    }

    /// The name.
    public var description: String { name }

    /// Orders ids by the bytes of their names, the same on every machine.
    public static func < (left: ID, right: ID) -> Bool {
      left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }

  /// The document's name in the corpus.
  public var id: ID
  /// The file that it was read from, as a path relative to where the command ran.
  public var file: String
  /// The SHA-256 of the file's bytes.
  public var sha256: Digest
  /// The SHA-256 of the source text as UTF-8.
  public var textSHA256: Digest
  /// The form of the file.
  public var format: DocumentFormat
  /// The encoding of the file by its WHATWG name, such as `UTF-8` or `gb18030`.
  public var encoding: String
  /// The main language.
  public var language: Language
  /// What is known of the document as a whole.
  public var metadata: DocumentMetadata
  /// The text that every offset counts in.
  public var text: SourceText
  /// The outline in the order of the text; the first one is the root.
  public var sections: [Section]
  /// The passages in the order of the text.
  public var passages: [Passage]
  /// The sentences of all passages in the order of the text.
  public var sentences: [Sentence]
  /// The mended places, in the order of the text.
  public var repairs: [Repair]
  /// What a reader of the report should know.
  public var notices: [ParseNotice]
  /// What it says of other documents, in the order of the text.
  public var relations: [DocumentRelation]

  /// Creates a document without any passage.
  public init(
    id: ID, file: String, sha256: Digest, textSHA256: Digest, format: DocumentFormat,
    encoding: String, language: Language, text: SourceText
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.textSHA256 = textSHA256
    self.format = format
    self.encoding = encoding
    self.language = language
    self.metadata = DocumentMetadata()
    self.text = text
    self.sections = [.root]
    self.passages = []
    self.sentences = []
    self.repairs = []
    self.notices = []
    self.relations = []
  }
}
