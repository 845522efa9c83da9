import GazetteConsole

/// Why a concept could not be named, or a picture of its use not be written.
enum ConceptError: CodedError, CustomStringConvertible {
  /// Several concepts have the label.
  case ambiguous(String, concepts: [String])
  /// A file could not be written.
  case notWritten(path: String, what: String)

  var code: String {
    switch self {
    case .ambiguous: "ambiguous-concept"
    case .notWritten: "io"
    }
  }

  var description: String {
    switch self {
    case .ambiguous(let name, let concepts):
      "\(name) is a label of " + concepts.joined(separator: " and ")
    case .notWritten(let path, let what): "\(path) cannot be written: \(what)"
    }
  }
}
