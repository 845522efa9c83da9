/// A stretch of a snippet: plain, or lit because it matches.
public struct SnippetPiece: Sendable, Hashable {
  /// The words, exactly as they stand in the source text.
  public let text: String
  /// Whether they match the query.
  public let isMatch: Bool
  /// What is read in their place where they are damaged and mended; `nil` where they are sound.
  public let reading: String?
  /// Whether they are left out where little room is, because the sentence is long and nothing near them matches.
  public let isOmitted: Bool

  /// Creates a stretch.
  package init(text: String, isMatch: Bool, reading: String? = nil, isOmitted: Bool = false) {
    self.isOmitted = isOmitted
    self.text = text
    self.isMatch = isMatch
    self.reading = reading
  }
}
