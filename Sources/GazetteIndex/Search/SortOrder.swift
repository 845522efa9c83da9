/// An order of hits by the values of a column.
public struct SortOrder: Sendable, Hashable {
  /// The column.
  public let column: ColumnID
  /// Whether the greatest value comes first.
  public let isDescending: Bool

  /// Creates an order.
  public init(by column: ColumnID, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}
