/// The number of a column within its schema.
public struct ColumnID: Sendable, Hashable {
  /// The number, from 0.
  public let rawValue: UInt8

  /// Creates a column number.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
