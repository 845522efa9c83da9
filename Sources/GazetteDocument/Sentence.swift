/// One sentence of a passage.
public struct Sentence: Sendable, Hashable {
  /// Where the sentence stands in the source text, without the white space around it.
  public var span: TextSpan

  /// Creates a sentence.
  @inlinable public init(span: TextSpan) {
    self.span = span
  }
}
