public import GazetteChecklists
public import GazetteConsole

extension ChecklistError: SpokenError {
  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? { sentence }
}
