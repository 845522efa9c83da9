/// The most that a phrase can score in the blocks of one of the lists that hold it.
struct PhraseBounds {
  private let arrays: PostingArrays
  private let weight: Float
  private let norms: FieldNorms
  /// The block asked for last, and its bound.
  private var block = -1
  private var bound = Double.infinity
  private var last: UInt32 = 0

  /// Prepares the bounds of a list, with the weight of the phrase.
  init(_ arrays: PostingArrays, weight: Float, norms: FieldNorms) {
    self.arrays = arrays
    self.weight = weight
    self.norms = norms
  }

  /// The most that a phrase scores in the block that holds an entry, and the last entry of the block.
  ///
  /// The entries asked for must rise.
  mutating func bound(at docID: UInt32) -> (bound: Double, last: UInt32) {
    if block >= 0, docID <= last { return (bound, last) }
    guard arrays.hasBlocks else { return (.infinity, PostingCursor.end) }
    block = arrays.block(from: block + 1, reaching: docID)
    if block < arrays.blockCount {
      last = arrays.lastDocID(of: block)
      bound =
        arrays.impacts(of: block).map {
          Double(Impacts.bound($0, weight: weight, norms: norms))
        } ?? .infinity
    } else {
      last = PostingCursor.end
      bound = 0
    }
    return (bound, last)
  }
}
