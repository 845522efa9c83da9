/// A named part of an entry, and how its text becomes terms.
public struct Field: Sendable, Hashable {
  /// How the text of a field becomes terms.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Analysed, with positions. Stems go into the field that follows, which has the kind `stems`.
    case text = 0
    /// The stems of the text field before it; never given a text of its own.
    case stems = 1
    /// One term, byte for byte, without positions, frequency or length.
    case keyword = 2
  }

  /// The name that queries and explanations use.
  public let name: String
  /// How its text becomes terms.
  public let kind: Kind

  /// Creates a field.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
