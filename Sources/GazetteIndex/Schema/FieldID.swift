/// The number of a field within its schema; part of every term.
public struct FieldID: Sendable, Hashable, Comparable {
  /// The number, from 0.
  public let rawValue: UInt8

  /// Creates a field number.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Orders fields by number.
  public static func < (left: FieldID, right: FieldID) -> Bool { left.rawValue < right.rawValue }
}
