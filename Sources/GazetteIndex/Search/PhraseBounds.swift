/// The most that a phrase can score in the blocks of one of the lists that hold it.
final class PhraseBounds {
  private let arrays: PostingArrays
  private var bounds: BlockBounds

  /// Prepares the bounds of a list, with the weight of the phrase.
  init(_ arrays: PostingArrays, weight: Float, norms: FieldNorms) {
    self.arrays = arrays
    bounds = BlockBounds(arrays, weight: weight, norms: norms)
  }

  /// The most that a phrase scores in the block that holds an entry, and the last entry of the block.
  ///
  /// The entries asked for must rise.
  func bound(at docID: UInt32) -> (bound: Double, last: UInt32) {
    guard arrays.hasBlocks else { return (.infinity, PostingCursor.end) }
    guard let block = bounds.block(reaching: docID) else { return (0, PostingCursor.end) }
    return (bounds[block].map(Double.init) ?? .infinity, arrays.lastDocID(of: block))
  }
}
