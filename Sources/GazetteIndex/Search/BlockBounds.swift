/// The most that the postings of each block of a list score, found when asked for.
@safe struct BlockBounds: ~Copyable {
  private let arrays: PostingArrays
  private let weight: Float
  private let norms: FieldNorms?
  /// The bounds, below zero where they have not been asked for.
  private let bounds: UnsafeMutablePointer<Float>
  private var current = 0

  /// Prepares the bounds of a list; without norms for a keyword field.
  ///
  /// The memory must serve nothing else, and outlive the bounds.
  init(_ arrays: PostingArrays, weight: Float, norms: FieldNorms?, memory: PostingMemory) {
    self.arrays = arrays
    self.weight = weight
    self.norms = norms
    unsafe bounds = memory.clearBounds(count: arrays.blockCount)
  }

  /// The bound of a block; `nil` when it has no impacts, because the list has only one block.
  @inline(__always)
  subscript(block: Int) -> Float? {
    let bound = unsafe bounds[block]
    if bound >= 0 { return bound }
    return find(block)
  }

  private func find(_ block: Int) -> Float? {
    guard let norms else {
      return BM25.score(weight: weight, frequency: 1, norm: BM25.keywordNorm)
    }
    guard let impacts = arrays.impacts(of: block) else { return nil }
    let bound = Impacts.bound(impacts, weight: weight, norms: norms)
    unsafe bounds[block] = bound
    return bound
  }

  /// Keeps the bound of the only block.
  func keep(_ bound: Float) { unsafe bounds[0] = bound }

  /// The block of a list of several that holds an entry, if the term does; `nil` beyond the last.
  ///
  /// The entries asked for must rise.
  @inline(__always)
  mutating func block(reaching docID: UInt32) -> Int? {
    if arrays.lastDocID(of: current) < docID {
      let block = arrays.block(from: current + 1, reaching: docID)
      guard block < arrays.blockCount else { return nil }
      current = block
    }
    return current
  }
}
