/// How the postings of a term lie in a segment.
///
/// A term of one entry has no posting list: its `TermInfo` says all but positions. A list is a sequence of blocks of 128
/// postings, the last with what is left over. A list of several blocks begins with arrays of 32-bit numbers, one for each
/// block, apart from the data so that skipping touches little: the last DocID; where the block's data ends; and, with
/// positions, where its positions end; both counted from the start of the data and of the positions.
///
/// A whole block is the number of bits of a DocID's distance (to the one before, less one; the first of the list counts
/// from 0), with frequencies the number of bits of a frequency less one, then both packed. The last block, when not whole,
/// is variable-length numbers: the distance, doubled, plus one when the frequency is 1; otherwise the frequency follows.
///
/// The positions of a block of postings are one row of numbers, for each posting the first position and then distances,
/// in chunks of 128: the number of bits, then the packed numbers; the last chunk, when not whole, as variable-length numbers.
enum PostingFormat {
  /// How many postings a block holds.
  static let blockSize = BitPacking.count

  /// How many bytes the arrays in front of a list take.
  static func headerLength(count: Int, hasPositions: Bool) -> Int {
    count > blockSize ? blockCount(count) * (hasPositions ? 12 : 8) : 0
  }

  /// How many blocks a list has.
  static func blockCount(_ count: Int) -> Int { (count + blockSize - 1) / blockSize }
}
