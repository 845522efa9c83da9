/// A stretch of a snippet: plain, or lit because it matches.
public struct SnippetPiece: Sendable, Hashable {
  /// The words, exactly as they stand in the source text.
  public let text: String
  /// Whether they match the query.
  public let isMatch: Bool
}
