/// A field and the bytes to match in it.
public struct Term: Sendable, Hashable {
  /// The field.
  public let field: FieldID
  /// The folded bytes, as the analyzer makes them; for a keyword field the bytes as given.
  public let bytes: [UInt8]

  /// Creates a term.
  public init(field: FieldID, bytes: [UInt8]) {
    self.field = field
    self.bytes = bytes
  }

  /// Creates a term from a string's UTF-8.
  public init(field: FieldID, _ text: String) {
    self.init(field: field, bytes: Array(text.utf8))
  }
}
