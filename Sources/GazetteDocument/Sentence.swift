/// One sentence of a passage.
public struct Sentence: Sendable, Hashable {
  /// Where the sentence stands in the source text, without the white space around it.
  public var span: TextSpan
  /// The first 32 bits of the SHA-256 of its words, big-endian: the last part of its machine id.
  public var digest: UInt32

  /// Creates a sentence.
  public init(span: TextSpan, digest: UInt32) {
    self.span = span
    self.digest = digest
  }
}
