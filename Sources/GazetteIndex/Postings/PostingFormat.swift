/// How the postings of a term lie in a segment.
///
/// A term of one entry has no posting list: its `TermInfo` says all but positions. A list is a sequence of blocks of 128
/// postings, the last with what is left over. A list of several blocks begins with its floors (`ScoreFloors`; only in a field
/// with positions), and then arrays with a place for each block, apart from the data so that skipping touches little: the
/// last DocID; where the block's data ends; with positions, where its positions end, both counted from the start of the data
/// and of the positions (32 bits each); and its impacts (`Impacts`, 64 bits).
///
/// A whole block begins with a byte. Up to 32 it is the number of bits of a DocID's distance (to the one before, less one;
/// the first of the block counts from the last of the block before), and the packed distances follow. From 64 on, less 64,
/// it is the number of 64-bit words of a set of bits, in which bit *i* stands for the entry *i* after the last of the block
/// before: for blocks so dense that this is hardly larger. With positions the frequencies less one follow (`PatchedPacking`).
/// The last block, when not whole, is variable-length numbers: the distance, doubled, plus one when the frequency is 1;
/// otherwise the frequency follows.
///
/// The positions of a block of postings are one row of numbers, for each posting the first position and then distances,
/// in chunks of up to 128 (`PatchedPacking`).
enum PostingFormat {
  /// How many postings a block holds.
  static let blockSize = BitPacking.count
  /// What the first byte of a block that is a set of bits is above the number of its words.
  static let bitSetMark = 64
  /// The most words such a set has.
  static let bitSetLimit = 63

  /// How many bytes the floors and arrays in front of a list take.
  static func headerLength(count: Int, hasPositions: Bool) -> Int {
    guard count > blockSize else { return 0 }
    return blockCount(count) * (hasPositions ? 20 : 8) + (hasPositions ? ScoreFloors.size : 0)
  }

  /// How many blocks a list has.
  @inline(__always)
  static func blockCount(_ count: Int) -> Int { (count + blockSize - 1) / blockSize }
}
