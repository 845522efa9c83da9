/// The tokens of a text with the bytes of their terms; reused from text to text.
package struct TokenStream: Sendable {
  /// The tokens in order of position.
  package var tokens: [Token] = []
  /// The bytes of the terms, addressed by the tokens.
  package var terms: [UInt8] = []
  /// How many positions the text has.
  package var positionCount: Int32 = 0

  /// Creates an empty stream.
  package init() {}

  /// Empties the stream and keeps its memory.
  package mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    positionCount = 0
  }
}
