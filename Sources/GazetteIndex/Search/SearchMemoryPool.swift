import Synchronization

/// Memory of searches that are over, for those to come.
final class SearchMemoryPool: Sendable {
  /// More searches than these at a time leave nothing behind.
  private static let limit = 8

  private let stores = Mutex<[SearchMemory.Store]>([])

  /// Memory that no search uses.
  func take() -> SearchMemory.Store {
    stores.withLock { $0.popLast() } ?? SearchMemory.Store()
  }

  /// Gives memory back.
  func give(_ store: SearchMemory.Store) {
    stores.withLock { if $0.count < Self.limit { $0.append(store) } }
  }
}
