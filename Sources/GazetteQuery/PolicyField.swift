public import GazetteIndex

/// The fields and columns of an index of policy documents: what both sides, indexing and asking, agree on.
///
/// A case's raw value is the field's name in the schema.
public enum PolicyField: String, Sendable, CaseIterable {
  /// The words of the passage, with their damage mended.
  case body
  /// The headings around the passage, outermost first.
  case heading
  /// The title of the document.
  case title
  /// The body that issued the document.
  case issuer
  /// The document number in its canonical spelling.
  case number
  /// The kind of document.
  case kind
  /// The name of the speaker.
  case speaker = "said-by"
  /// The voice of the passage.
  case voice
  /// The language of the passage; `zh-Hans` is indexed as `zh` too.
  case language = "lang"
  /// The legal status of the document.
  case status
  /// The id of the document, and each of its prefixes that ends before a `/`.
  case document = "doc"
  /// The path of the section, and the paths of those around it.
  case section = "in"
  /// A concept of the thesaurus.
  case concept = "tag"
  /// The words of the passage exactly as the source has them, where that differs from how they are read.
  case raw

  /// How the field's text becomes terms.
  var kind: Field.Kind {
    switch self {
    case .body, .heading, .title, .issuer, .speaker, .raw: .text
    case .number, .kind, .voice, .language, .status, .document, .section, .concept: .keyword
    }
  }

  /// Whether words in the field are found by their stems too.
  var hasStems: Bool { self == .body || self == .heading || self == .title }

  /// The field's number in the policy schema.
  public var id: FieldID {
    guard let id = PolicyField.ids[rawValue] else {
      preconditionFailure("the policy schema lacks its own field \(rawValue)")
    }
    return id
  }

  /// Looked up once: queries of many words ask for these again and again.
  private static let ids = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { field in
      Schema.policy.field(field.rawValue).map { (field.rawValue, $0) }
    })
}
