/// One term of a phrase and its place in it.
public struct PhraseTerm: Sendable, Hashable {
  /// The folded bytes of the term.
  public let bytes: [UInt8]
  /// The term's position, counted from the position of the phrase's first term, which has 0.
  public let offset: Int

  /// Creates a term of a phrase.
  public init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }
}
