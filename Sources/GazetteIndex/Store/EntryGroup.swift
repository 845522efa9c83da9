/// Entries that are added, replaced and deleted together and keep consecutive numbers: the passages of one document.
public struct EntryGroup: Sendable {
  /// The name by which the group is found, replaced and deleted; `nil` for a group that never is.
  public let key: String?
  /// What is kept to show the group's entries; the engine does not look inside.
  public let stored: [UInt8]
  /// The entries in their order.
  public let entries: [IndexEntry]

  /// Creates a group.
  public init(key: String?, stored: [UInt8], entries: [IndexEntry]) {
    self.key = key
    self.stored = stored
    self.entries = entries
  }
}
