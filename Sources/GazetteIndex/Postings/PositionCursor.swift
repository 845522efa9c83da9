/// The positions of one block of postings, decoded chunk by chunk as they are asked for.
@safe final class PositionCursor {
  private let segment: Segment
  private let fault: SearchFault
  /// Where the positions of each posting begin in the row of the block; one more for the end.
  private let starts = NumberBuffer(capacity: PostingFormat.blockSize + 1)
  private let chunk = NumberBuffer(capacity: BitPacking.count)
  private let output = NumberBuffer(capacity: 64)
  private var data: ByteView?
  private var offset = 0
  private var total = 0
  private var chunkNumber = -1
  private var nextChunkOffset = 0

  init(segment: Segment, fault: SearchFault) {
    self.segment = segment
    self.fault = fault
  }

  /// Takes up a block: where its positions lie in the postings, and how many each of its postings has.
  func open(
    at offset: Int, length: Int, frequencies: UnsafePointer<UInt32>, count: Int
  ) {
    self.offset = offset
    data = segment.intactPostings(offset, length)
    var sum: UInt32 = 0
    var overflows = false
    for index in 0..<count {
      unsafe starts.base[index] = sum
      let (next, overflow) = unsafe sum.addingReportingOverflow(frequencies[index])
      sum = next
      overflows = overflows || overflow
    }
    unsafe starts.base[count] = sum
    total = Int(sum)
    chunkNumber = -1
    nextChunkOffset = 0
    if data == nil || overflows { fail() }
  }

  /// Drops the block.
  func close() { data = nil }

  private func fail() {
    data = nil
    fault.note(segment.corruptPostings(offset + nextChunkOffset))
  }

  /// The positions of a posting of the block; valid until the next are asked for, none after damage.
  func positions(of index: Int) -> UnsafeBufferPointer<UInt32> {
    guard data != nil else { return unsafe UnsafeBufferPointer(start: output.base, count: 0) }
    var at = unsafe Int(starts.base[index])
    let end = unsafe Int(starts.base[index + 1])
    output.count = 0
    output.reserve(end - at)
    let target = unsafe output.base
    var count = 0
    var position: UInt32 = 0
    while at < end {
      let number = at / BitPacking.count
      if number != chunkNumber, !open(chunk: number) {
        fail()
        return unsafe UnsafeBufferPointer(start: output.base, count: 0)
      }
      let first = at - number * BitPacking.count
      let last = min(end - number * BitPacking.count, BitPacking.count)
      for place in first..<last {
        position &+= unsafe chunk.base[place]
        unsafe target[count] = position
        count += 1
      }
      at += last - first
    }
    return unsafe UnsafeBufferPointer(start: target, count: count)
  }

  private func open(chunk number: Int) -> Bool {
    guard let data else { return false }
    if number < chunkNumber {
      chunkNumber = -1
      nextChunkOffset = 0
    }
    while chunkNumber + 1 < number {
      let length = PatchedPacking.length(data, at: nextChunkOffset, count: BitPacking.count)
      guard length > 0 else { return false }
      nextChunkOffset += length
      chunkNumber += 1
    }
    chunkNumber = number
    let size = min(BitPacking.count, total - number * BitPacking.count)
    guard size > 0 else { return false }
    let length = unsafe PatchedPacking.decode(
      data, at: nextChunkOffset, count: size, into: chunk.base)
    nextChunkOffset += length
    return length > 0
  }
}
