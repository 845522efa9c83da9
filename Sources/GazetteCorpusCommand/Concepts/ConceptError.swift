import GazetteConsole

/// Why a concept could not be named, or its thesaurus not be found.
enum ConceptError: CodedError, CustomStringConvertible {
  /// No concept has the id or the label; `nearest` are ids that resemble it.
  case noConcept(String, nearest: [String])
  /// Several concepts have the label.
  case ambiguous(String, concepts: [String])
  /// A file could not be written.
  case notWritten(path: String, what: String)

  var code: String {
    switch self {
    case .noConcept: "no-concept"
    case .ambiguous: "ambiguous-concept"
    case .notWritten: "io"
    }
  }

  var description: String {
    switch self {
    case .noConcept(let name, let nearest):
      "no concept is named \(name)"
        + (nearest.isEmpty
          ? "; \"gazette concepts list\" names them all"
          : "; nearest: " + nearest.joined(separator: ", "))
    case .ambiguous(let name, let concepts):
      "\(name) is a label of " + concepts.joined(separator: " and ")
    case .notWritten(let path, let what): "\(path) cannot be written: \(what)"
    }
  }
}
