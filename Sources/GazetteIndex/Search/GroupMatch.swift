/// A group with entries that match a query.
package struct GroupMatch: Sendable, Hashable {
  /// The group.
  package let group: GroupID
  /// Its best entry.
  package let best: Hit
  /// How many of its entries match.
  package let count: Int
}
