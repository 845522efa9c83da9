/// An error that a table of messages can say whole, in both languages.
public protocol SpokenError: CodedError {
  /// The key of the sentence, and what is filled in; `nil` where the sentence for the kind of error stands before its own line.
  ///
  /// - Parameter say: The sentence of a key in the language of the run, `nil` when the table has none.
  /// - Returns: The key and the values.
  func message(_ say: (String) -> String?) -> (key: String, values: [String])?
}
