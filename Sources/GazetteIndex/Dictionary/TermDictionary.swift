/// The terms of a segment in the order of field number and bytes, in front-coded blocks of 32.
///
/// The index holds, for each block, where it begins (32 bits), where its first key ends in the text of first keys (32
/// bits), and that text. A key is the field's number, then the bytes of the term. A block is a variable-length number, the
/// start of the first term's postings, then the terms: all but the first with the number of bytes shared with the key
/// before, the number of further bytes, and those; each followed by its `TermInfo`.
final class TermDictionary: Sendable {
  /// How many terms a block holds; the last may hold fewer.
  static let blockSize = 32

  let file: CheckedFile
  /// Whether the terms of each field have positions.
  let hasPositions: [Bool]
  /// How many terms there are.
  let count: Int
  let blockCount: Int
  let blocks: Range<Int>
  private let starts: Int
  private let keyEnds: Int
  private let keys: Range<Int>

  /// Places a dictionary over parts of a file; `nil` when the parts do not fit the number of terms.
  init?(
    file: CheckedFile, hasPositions: [Bool], count: Int, blocks: Range<Int>, index: Range<Int>
  ) {
    let blockCount = count / Self.blockSize + (count % Self.blockSize == 0 ? 0 : 1)
    guard count >= 0, index.count / 8 >= blockCount else { return nil }
    self.file = file
    self.hasPositions = hasPositions
    self.count = count
    self.blockCount = blockCount
    self.blocks = blocks
    starts = index.lowerBound
    keyEnds = starts + blockCount * 4
    keys = (keyEnds + blockCount * 4)..<index.upperBound
  }

  private func number(_ array: Int, _ index: Int) throws(IndexError) -> Int {
    let view = try file.checked(array + index * 4, 4, "the index of the dictionary")
    return Int(view.load(0, as: UInt32.self))
  }

  /// The first key of a block.
  func firstKey(of block: Int) throws(IndexError) -> ByteView {
    let start = block == 0 ? 0 : try number(keyEnds, block - 1)
    let end = try number(keyEnds, block)
    guard start < end, end <= keys.count else {
      throw file.corrupt(keyEnds + block * 4, "a key of the dictionary has no place")
    }
    return try file.checked(keys.lowerBound + start, end - start, "a key of the dictionary")
  }

  /// The bytes of a block, and how many terms it holds.
  func block(_ index: Int) throws(IndexError) -> (bytes: ByteView, offset: Int, count: Int) {
    let start = try number(starts, index)
    let end = index + 1 < blockCount ? try number(starts, index + 1) : blocks.count
    guard start < end, end <= blocks.count else {
      throw file.corrupt(starts + index * 4, "a block of the dictionary has no place")
    }
    let offset = blocks.lowerBound + start
    let view = try file.checked(offset, end - start, "a block of the dictionary")
    return (view, offset, min(Self.blockSize, count - index * Self.blockSize))
  }

  /// The last block whose first key is not after a key; `nil` when the key comes before all terms.
  func blockIndex(for key: [UInt8]) throws(IndexError) -> Int? {
    let index = try checkedIndex()
    return try unsafe key.withUnsafeBufferPointer { (key) throws(IndexError) in
      try unsafe blockIndex(for: key, in: index)
    }
  }

  /// The whole index, checked: it is small, and then read as it lies.
  func checkedIndex() throws(IndexError) -> ByteView {
    try file.checked(starts, keys.upperBound - starts, "the index of the dictionary")
  }

  @inline(__always)
  func blockIndex(
    for key: UnsafeBufferPointer<UInt8>, in index: ByteView
  ) throws(IndexError) -> Int? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      let candidate = try firstKey(of: middle, in: index)
      if unsafe candidate.compare(to: key) <= 0 { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The first key of a block.
  @inline(__always)
  func firstKey(of block: Int, in index: ByteView) throws(IndexError) -> ByteView {
    let start = block == 0 ? 0 : Int(index.word(blockCount + block - 1))
    let end = Int(index.word(blockCount + block))
    guard start < end, let key = index.slice(keys.lowerBound - starts + start, end - start) else {
      throw file.corrupt(keyEnds + block * 4, "a key of the dictionary has no place")
    }
    return key
  }

  /// The bytes of a block.
  @inline(__always)
  func bytes(of block: Int, in index: ByteView) throws(IndexError) -> ByteView {
    let start = Int(index.word(block))
    let end = block + 1 < blockCount ? Int(index.word(block + 1)) : blocks.count
    guard start < end, end <= blocks.count else {
      throw file.corrupt(starts + block * 4, "a block of the dictionary has no place")
    }
    return try file.checked(blocks.lowerBound + start, end - start, "a block of the dictionary")
  }

  /// Whether a key is one of `SentenceMarks` or `MentionMarks`, and no word of a text.
  @inline(__always)
  func isMark(_ key: [UInt8]) -> Bool {
    key.count >= 2 && key[1] >= MentionMarks.byte && hasPositions[Int(key[0])]
  }

  /// A walk over the terms of a field that begin with some bytes, in order.
  func terms(prefix: Term) throws(IndexError) -> TermWalker {
    let key = [prefix.field.rawValue] + prefix.bytes
    return try TermWalker(self, block: blockIndex(for: key) ?? 0, prefix: key)
  }

  /// A walk over what the texts of a field mention, in order; the names stand behind the field and `MentionMarks.byte`.
  func mentions(in field: FieldID) throws(IndexError) -> TermWalker {
    let key = [field.rawValue, MentionMarks.byte]
    return try TermWalker(
      self, block: blockIndex(for: key) ?? 0, prefix: key, findsMarks: true)
  }

  /// A walk over all terms in order.
  func terms() throws(IndexError) -> TermWalker { try TermWalker(self, block: 0) }
}
