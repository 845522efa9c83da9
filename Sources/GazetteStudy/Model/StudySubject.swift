/// What a study pack is about.
public enum StudySubject: Sendable, Hashable {
  /// A formula or a term, by its id or one of its labels.
  case concept(String)
  /// A document, by its name, its unique tail or its number.
  case document(String)
  /// Whatever a query finds.
  case query(String)

  /// The option that names such a subject.
  public var option: String {
    switch self {
    case .concept: "concept"
    case .document: "doc"
    case .query: "query"
    }
  }

  /// What was typed behind the option.
  public var value: String {
    switch self {
    case .concept(let value), .document(let value), .query(let value): value
    }
  }
}
