/// Why a document or a place in one could not be named.
public enum LookupError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No document has this name, nor one that ends so; `nearest` are names that resemble it.
  case noDocument(name: String, nearest: [String])
  /// Several documents have names that end so.
  case ambiguous(name: String, documents: [String])
  /// The document has no such section, passage or sentence.
  case noPlace(document: String, path: String)
  /// The thesaurus of the index has no concept of this name; `nearest` are ids of those whose names resemble it.
  case noConcept(name: String, nearest: [String])
  /// The index knows no such revision; `known` are those that it does, oldest first.
  case noRevision(name: String, known: [String])
  /// A file of concepts is none of those by which the index was tagged.
  case otherConcepts(file: String)
  /// The words are no path and no number of the document.
  case notAPath(String)

  /// A short name for reports.
  public var code: String {
    switch self {
    case .noDocument: "no-document"
    case .ambiguous: "ambiguous"
    case .noPlace: "no-place"
    case .noConcept: "no-concept"
    case .noRevision: "no-revision"
    case .otherConcepts: "other-concepts"
    case .notAPath: "not-a-path"
    }
  }

  /// One line: what happened and what to do.
  public var description: String {
    switch self {
    case .noDocument(let name, let nearest):
      "no document is named \(name)"
        + (nearest.isEmpty
          ? "; \"gazette list\" names them all"
          : "; nearest: " + nearest.joined(separator: ", "))
    case .ambiguous(let name, let documents):
      "\(name) may be " + documents.joined(separator: " or ")
    case .noPlace(let document, let path):
      "\(document) has no \(path); \"gazette show \(document)\" prints its outline"
    case .noConcept(let name, let nearest):
      "the thesaurus of the index has no concept named \(name)"
        + (nearest.isEmpty
          ? "; \"gazette concepts list\" names them all"
          : "; nearest: " + nearest.joined(separator: ", "))
    case .noRevision(let name, let known):
      "the index knows no revision \(name); it knows " + Self.excerpt(of: known)
    case .otherConcepts(let file):
      "the index was not tagged by \(file) as it is now; run \"gazette index --concepts \(file)\" first"
    case .notAPath(let text):
      "\(text) is no path such as s2.1.p3 and no number of the document"
    }
  }

  /// The first and the last of a long list of revisions.
  static func excerpt(of revisions: [String]) -> String {
    guard revisions.count > 9 else { return revisions.joined(separator: ", ") }
    return revisions[0] + ", …, " + revisions.suffix(8).joined(separator: ", ")
  }
}
