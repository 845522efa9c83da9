public import GazetteConsole
public import GazetteQuery

extension QuerySyntaxError: SpokenError {
  /// The short name of every query that must parse and does not.
  public var code: String { "query-syntax" }

  /// The sentence for the reason, with the place.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    ("query." + reason.rawValue, ["\(range.lowerBound)"])
  }
}
