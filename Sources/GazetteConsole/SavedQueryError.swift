/// Why a saved query could not be read, kept or removed.
public enum SavedQueryError: CodedError, SpokenError, CustomStringConvertible {
  /// There is no query of this name; `known` are those that there are.
  case unknown(name: String, known: [String], path: String)
  /// The text cannot be a name.
  case malformedName

  /// A short name for reports.
  public var code: String {
    switch self {
    case .unknown: "no-query"
    case .malformedName: "query-name"
    }
  }

  /// One line: what happened and what to do.
  public var description: String {
    let english = Messages(language: .english)
    let (key, values) = sentence
    return english.filled(english.sentence(key) ?? key, with: values)
  }

  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? { sentence }

  private var sentence: (key: String, values: [String]) {
    switch self {
    case .unknown(let name, let known, let path):
      known.isEmpty
        ? ("error.no-query.none", [name, path])
        : ("error.no-query.known", [name, known.joined(separator: ", ")])
    case .malformedName: ("error.query-name", [])
    }
  }
}
