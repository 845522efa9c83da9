public import GazetteConsole
public import GazetteStudy

extension StudyError: SpokenError {
  /// The short name of the failure.
  public var code: String { "not-a-study-pack" }

  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    switch self {
    case .notManifest(let field): ("error.not-a-study-pack", [field])
    }
  }
}
