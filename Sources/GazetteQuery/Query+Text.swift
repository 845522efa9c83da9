public import GazetteIndex

extension Query {
  /// Creates the query that a text of the query language asks for.
  ///
  /// The grammar stands in the article <doc:QueryLanguage>. `ParsedQuery` takes any text and keeps what was understood.
  ///
  /// - Parameter text: The text as typed.
  /// - Throws: `QuerySyntaxError` when the text is no query.
  public init(_ text: String) throws(QuerySyntaxError) {
    self = try ParsedQuery(strict: text).query
  }
}
