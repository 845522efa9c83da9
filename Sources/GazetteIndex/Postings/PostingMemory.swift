/// What a walk over one posting list decodes into; it can serve one walk after the other.
///
/// To take and clear it anew for each term of each query took a quarter of the time of a short query.
@safe final class PostingMemory {
  /// Room for the DocIDs of a block.
  let docIDs: UnsafeMutablePointer<UInt32>
  /// Room for the frequencies of a block.
  let frequencies: UnsafeMutablePointer<UInt32>
  /// Room for 128 more numbers.
  let numbers: UnsafeMutablePointer<UInt32>
  /// Room for the scores of a block.
  let scores: UnsafeMutablePointer<Float>
  /// The decoded chunks of the positions of a block.
  let row = NumberBuffer(capacity: 4 * BitPacking.count)
  /// The positions of one posting.
  let positions = NumberBuffer(capacity: 64)
  /// Room for the bounds of blocks.
  private var bounds: UnsafeMutablePointer<Float>
  private var boundCapacity = 64

  init() {
    let size = PostingFormat.blockSize
    unsafe docIDs = .allocate(capacity: size * 3)
    unsafe docIDs.initialize(repeating: 0, count: size * 3)
    unsafe frequencies = docIDs + size
    unsafe numbers = frequencies + size
    unsafe scores = .allocate(capacity: size)
    unsafe scores.initialize(repeating: 0, count: size)
    unsafe bounds = .allocate(capacity: boundCapacity)
    unsafe bounds.initialize(repeating: 0, count: boundCapacity)
  }

  deinit {
    unsafe docIDs.deallocate()
    unsafe scores.deallocate()
    unsafe bounds.deallocate()
  }

  /// Room for the bounds of some blocks, all below zero; valid until it is asked for again.
  func clearBounds(count: Int) -> UnsafeMutablePointer<Float> {
    if count > boundCapacity {
      unsafe bounds.deallocate()
      boundCapacity = count
      unsafe bounds = .allocate(capacity: count)
      unsafe bounds.initialize(repeating: -1, count: count)
    } else {
      unsafe bounds.update(repeating: -1, count: count)
    }
    return unsafe bounds
  }

  /// About how many bytes it takes.
  var byteCount: Int {
    4 * (PostingFormat.blockSize * 4 + boundCapacity + row.capacity + positions.capacity)
  }
}
