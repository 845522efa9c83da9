/// The memory of one search, lent by a pool.
///
/// A lease is handed to everything that uses the memory, so that it goes back when the last of them is gone.
final class SearchMemory {
  /// What the pool keeps.
  final class Store: @unchecked Sendable {
    fileprivate var postings: [PostingMemory] = []
    fileprivate var sets: [PositionSet] = []
    fileprivate var usedPostings = 0
    fileprivate var usedSets = 0
  }

  /// What of a search is kept: more or larger memory is let go.
  private static let postingLimit = 32
  private static let byteLimit = 1 << 18

  private let store: Store
  private let pool: SearchMemoryPool

  /// Takes memory out of a pool.
  init(_ pool: SearchMemoryPool) {
    self.pool = pool
    store = pool.take()
  }

  deinit {
    let store = store
    if store.usedPostings > Self.postingLimit {
      store.postings.removeSubrange(Self.postingLimit...)
      store.usedPostings = Self.postingLimit
    }
    for place in 0..<store.usedPostings where store.postings[place].byteCount > Self.byteLimit {
      store.postings[place] = PostingMemory()
    }
    if store.usedSets > Self.postingLimit { store.sets.removeSubrange(Self.postingLimit...) }
    store.usedPostings = 0
    store.usedSets = 0
    pool.give(store)
  }

  /// Memory for one more posting list.
  func posting() -> PostingMemory {
    if store.usedPostings == store.postings.count { store.postings.append(PostingMemory()) }
    defer { store.usedPostings += 1 }
    return store.postings[store.usedPostings]
  }

  /// A set of positions for one more phrase.
  func positionSet() -> PositionSet {
    if store.usedSets == store.sets.count { store.sets.append(PositionSet()) }
    defer { store.usedSets += 1 }
    return store.sets[store.usedSets]
  }
}
