/// A walk over the posting list of one term in one segment, by rising DocID.
///
/// It stands before the first posting until `next()` or `advance(to:)`; after the last, `docID` is `PostingCursor.end`.
/// Damage ends the walk and is noted in the fault given.
@safe final class PostingCursor {
  /// The DocID that stands for the end.
  static let end = UInt32.max

  /// The entry the cursor stands at.
  private(set) var docID: UInt32 = 0
  /// How many postings the list has.
  let count: Int
  /// The arrays in front of the list.
  let arrays: PostingArrays
  /// The block the cursor stands in; -1 before the first.
  private(set) var block = -1
  /// How many postings the block has.
  private(set) var blockLength = 0
  /// The last entry of the block.
  private(set) var blockLast: UInt32 = 0
  /// The block as a set of bits, when it is one.
  private(set) var bitSet: BlockBitSet?

  let segment: Segment
  let info: TermInfo
  let fault: SearchFault
  let hasPositions: Bool
  private let dataStart: Int
  /// What the block is decoded into.
  let memory: PostingMemory
  /// Keeps the memory from being lent to another search.
  private let lease: SearchMemory?
  let docIDs: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  /// The place in the block; -1 when the cursor came there through the set of bits.
  private(set) var index = 0
  private(set) var hasDocIDs = false
  /// How many words of the set of bits have been counted, and how many entries they hold.
  var rankedWords = 0
  var rankBefore = 0
  private var hasFrequencies = false
  /// The block in which an entry was sought last, and not found, so that it was not opened.
  private var soughtBlock = 0
  private var blockStart = 0
  /// The bytes of the block, and where its frequencies begin.
  private var blockData: ByteView?
  private var frequencyOffset = 0
  @exclusivity(unchecked) var positionCursor: PositionCursor
  var positionBlock = -1

  /// Opens the list of a term; the memory serves nothing else as long as the cursor is used.
  init(
    _ info: TermInfo, in segment: Segment, hasPositions: Bool, fault: SearchFault,
    memory: PostingMemory = PostingMemory(), lease: SearchMemory? = nil
  ) throws(IndexError) {
    self.memory = memory
    self.lease = lease
    unsafe docIDs = memory.docIDs
    unsafe frequencies = memory.frequencies
    unsafe positionCursor = PositionCursor(segment: segment, memory: memory, fault: fault)
    self.info = info
    self.segment = segment
    self.hasPositions = hasPositions
    self.fault = fault
    count = Int(info.documentFrequency)
    arrays = try PostingArrays(info, in: segment, hasPositions: hasPositions)
    dataStart = info.postingsStart + arrays.length
  }

  /// Goes to the next posting.
  @inline(__always)
  func next() {
    if !hasDocIDs, bitSet != nil { takeDocIDs() }
    index += 1
    if index < blockLength {
      docID = unsafe docIDs[index]
    } else {
      open(block + 1)
    }
  }

  /// Goes to the first posting at or after an entry; stays when it stands there or beyond already.
  @inline(__always)
  func advance(to target: UInt32) {
    if block >= 0, docID >= target { return }
    if block < 0 || target > blockLast {
      open(arrays.block(from: block + 1, reaching: target))
      if docID >= target { return }
    }
    if !hasDocIDs, let bitSet {
      docID = bitSet.first(from: target)
      index = -1
      return
    }
    while docID != Self.end {
      index = unsafe Self.place(of: target, in: docIDs, from: index, count: blockLength)
      if index < blockLength {
        docID = unsafe docIDs[index]
        return
      }
      // Only a damaged list gets here: its arrays promised more than the block holds.
      open(block + 1)
    }
  }

  /// Goes to an entry if the list holds it, otherwise not beyond the next one it holds; gives the entry, or one after it
  /// before which the list holds none.
  ///
  /// Cheaper than `advance(to:)`: a set of bits is opened only when it holds the entry. The entries sought must rise.
  @inline(__always)
  func seek(_ target: UInt32) -> UInt32 {
    if block < 0 || target > blockLast {
      let number = arrays.block(from: max(block + 1, soughtBlock), reaching: target)
      soughtBlock = number
      if let isFound = openBitSet(number, at: target) { return isFound ? target : target &+ 1 }
      open(number)
    }
    guard docID < target else { return docID }
    guard !hasDocIDs, let bitSet else {
      advance(to: target)
      return docID
    }
    guard bitSet.contains(target) else { return target &+ 1 }
    docID = target
    index = -1
    return target
  }

  /// Opens a block at an entry when it is a set of bits that holds it; `nil` when it is none, or may be damaged.
  @inline(__always)
  private func openBitSet(_ number: Int, at target: UInt32) -> Bool? {
    let size = PostingFormat.blockSize
    guard arrays.hasBlocks, number < count / size else { return nil }
    let start = number == 0 ? 0 : arrays.dataEnd(of: number - 1)
    let base = number == 0 ? 0 : arrays.lastDocID(of: number - 1) &+ 1
    let last = arrays.lastDocID(of: number)
    let end = arrays.dataEnd(of: number)
    guard base <= target, Int(last) < segment.entryCount, start < end, end <= dataLength,
      let data = segment.intactPostings(dataStart + start, end - start),
      let set = BlockBitSet(block: data, base: base, last: last)
    else { return nil }
    guard set.contains(target) else { return false }
    (block, blockLength, blockLast, bitSet) = (number, size, last, set)
    (blockStart, blockData) = (dataStart + start, data)
    frequencyOffset = 1 + set.wordCount * 8
    hasDocIDs = false
    hasFrequencies = !hasPositions
    (rankedWords, rankBefore) = (0, 0)
    (docID, index) = (target, -1)
    return true
  }

  /// The data of all blocks, when every page of it is intact.
  var wholeData: ByteView? { segment.intactPostings(dataStart, max(0, dataLength)) }

  private var dataLength: Int { info.postingsLength - arrays.length }

  private func finish() {
    docID = Self.end
    blockLast = Self.end
    blockLength = 0
    index = 0
    bitSet = nil
    block = arrays.blockCount
  }

  private func fail(_ offset: Int) {
    fault.note(segment.corruptPostings(offset))
    finish()
  }

  /// Goes to the first posting of a block; at the end when there is no such block.
  func open(_ number: Int) {
    let first = number * PostingFormat.blockSize
    guard first < count, docID != Self.end || block < 0 else { return finish() }
    block = number
    index = 0
    blockLength = min(PostingFormat.blockSize, count - first)
    bitSet = nil
    hasDocIDs = true
    guard count > 1 else { return openOnly() }
    let start = number == 0 ? 0 : arrays.dataEnd(of: number - 1)
    let whole = info.postingsLength - arrays.length
    let end = arrays.hasBlocks ? arrays.dataEnd(of: number) : whole
    let base = number == 0 ? 0 : arrays.lastDocID(of: number - 1) &+ 1
    blockStart = dataStart + start
    guard start <= end, end <= whole, Int(base) < segment.entryCount,
      let data = segment.intactPostings(blockStart, end - start)
    else { return fail(blockStart) }
    blockData = data
    if arrays.hasBlocks { blockLast = arrays.lastDocID(of: number) }
    let isWhole = blockLength == PostingFormat.blockSize
    guard isWhole ? decodeBlock(data, base: base) : decodeTail(data, base: base) else {
      return fail(blockStart)
    }
    if hasDocIDs {
      let last = unsafe docIDs[blockLength - 1]
      guard !arrays.hasBlocks || last == blockLast else { return fail(blockStart) }
      blockLast = last
      docID = unsafe docIDs[0]
    }
    guard Int(blockLast) < segment.entryCount else { return fail(blockStart) }
  }

  private func openOnly() {
    docID = info.docID
    blockLast = docID
    unsafe docIDs[0] = docID
    unsafe frequencies[0] = info.termFrequency
    hasFrequencies = true
    if Int(docID) >= segment.entryCount { fail(info.postingsStart) }
  }

  private func decodeBlock(_ data: ByteView, base: UInt32) -> Bool {
    guard data.count > 0 else { return false }
    let mark = Int(data[0])
    hasFrequencies = !hasPositions
    if mark >= PostingFormat.bitSetMark {
      let words = mark - PostingFormat.bitSetMark
      frequencyOffset = 1 + words * 8
      guard let view = data.slice(1, words * 8),
        let set = BlockBitSet(view, base: base, last: arrays.hasBlocks ? blockLast : nil)
      else { return false }
      blockLast = set.last
      bitSet = set
      (rankedWords, rankBefore) = (0, 0)
      hasDocIDs = false
      docID = set.first(from: base)
      return true
    }
    frequencyOffset = 1 + mark * 16
    guard mark <= 32, frequencyOffset <= data.count else { return false }
    let numbers = unsafe docIDs
    // With at most 24 bits the sum cannot pass 32 bits unless the end does, which is checked.
    guard mark > 24 else {
      unsafe BitPacking.unpackSums(data.base + 1, bits: mark, base: base, into: numbers)
      return unsafe numbers[PostingFormat.blockSize - 1] >= base
    }
    unsafe BitPacking.unpack(data.base + 1, bits: mark, into: numbers)
    var next = UInt64(base)
    for place in 0..<PostingFormat.blockSize {
      next += unsafe UInt64(numbers[place]) + 1
      unsafe numbers[place] = UInt32(truncatingIfNeeded: next - 1)
    }
    return next <= UInt64(segment.entryCount)
  }

  private func decodeTail(_ data: ByteView, base: UInt32) -> Bool {
    var reader = ByteReader(data)
    var next = UInt64(base)
    for place in 0..<blockLength {
      let number = reader.varint()
      // A distance over 32 bits is damage; the guard keeps the sum from wrapping.
      next += min(hasPositions ? number >> 1 : number, UInt64(UInt32.max))
      guard next < UInt64(segment.entryCount) else { return false }
      unsafe docIDs[place] = UInt32(next)
      next += 1
      if hasPositions {
        let frequency = number & 1 == 1 ? 1 : reader.varint32()
        guard frequency > 0 else { return false }
        unsafe frequencies[place] = frequency
      }
    }
    hasFrequencies = true
    return !reader.hasFailed && reader.isAtEnd
  }

  /// Writes out the set of bits as DocIDs.
  private func takeDocIDs() {
    guard let bitSet else { return }
    if index < 0 { findIndex(bitSet) }
    hasDocIDs = true
    if unsafe !bitSet.write(to: docIDs) { fault.note(segment.corruptPostings(blockStart)) }
  }

  /// The DocIDs of the block.
  @inline(__always)
  var blockDocIDs: UnsafePointer<UInt32> {
    if !hasDocIDs { takeDocIDs() }
    return unsafe UnsafePointer(docIDs)
  }

  /// The frequencies of the block; all 1 without positions.
  @inline(__always)
  var blockFrequencies: UnsafePointer<UInt32> {
    if !hasFrequencies { decodeFrequencies() }
    return unsafe UnsafePointer(frequencies)
  }

  /// The place of the current posting in its block.
  @inline(__always)
  var blockIndex: Int {
    if index < 0, let bitSet { findIndex(bitSet) }
    return index
  }

  /// Finds the place of an entry in a set of bits, counting on from the word up to which was counted before.
  private func findIndex(_ bitSet: BlockBitSet) {
    let word = Int(docID &- bitSet.base) >> 6
    if word < rankedWords { (rankedWords, rankBefore) = (0, 0) }
    while rankedWords < word {
      rankBefore += bitSet.word(rankedWords).nonzeroBitCount
      rankedWords += 1
    }
    let below: UInt64 = (1 &<< UInt64((docID &- bitSet.base) & 63)) &- 1
    index = rankBefore + (bitSet.word(word) & below).nonzeroBitCount
    if index >= blockLength {
      index = blockLength - 1
      fault.note(segment.corruptPostings(blockStart))
    }
  }

  /// Goes to a posting of the block; at its end to the next block.
  @inline(__always)
  func stand(at place: Int) {
    guard place < blockLength else { return open(block + 1) }
    docID = unsafe blockDocIDs[place]
    index = place
  }

  /// How often the term occurs in the entry; 1 without positions.
  @inline(__always)
  var termFrequency: UInt32 {
    guard hasPositions, blockIndex < blockLength else { return 1 }
    return unsafe blockFrequencies[index]
  }

  private func decodeFrequencies() {
    hasFrequencies = true
    let size = PostingFormat.blockSize
    if let data = blockData {
      let length = unsafe PatchedPacking.decode(
        data, at: frequencyOffset, count: size, into: frequencies)
      if length > 0, frequencyOffset + length == data.count {
        for place in 0..<size { unsafe frequencies[place] &+= 1 }
        return
      }
    }
    unsafe frequencies.update(repeating: 1, count: size)
    fault.note(segment.corruptPostings(blockStart))
  }
}
