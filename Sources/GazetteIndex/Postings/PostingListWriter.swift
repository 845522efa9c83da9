/// Writes the posting list and the positions of one term after the other.
@safe final class PostingListWriter {
  let hasPositions: Bool
  private let deltas = NumberBuffer(capacity: PostingFormat.blockSize)
  private let frequencies = NumberBuffer(capacity: PostingFormat.blockSize)
  private let positions = NumberBuffer(capacity: 1024)
  private var lastDocIDs = ByteWriter()
  private var dataEnds = ByteWriter()
  private var positionEnds = ByteWriter()
  private var data = ByteWriter()
  private var positionData = ByteWriter()
  private var next: UInt32 = 0
  private var count: UInt32 = 0
  private var firstFrequency: UInt32 = 0
  private var firstPosition: UInt32 = 0

  /// Creates a writer for the terms of fields with or without positions.
  init(hasPositions: Bool) { self.hasPositions = hasPositions }

  /// Forgets the term before.
  func begin() {
    for buffer in [deltas, frequencies, positions] { buffer.count = 0 }
    lastDocIDs.removeAll()
    dataEnds.removeAll()
    positionEnds.removeAll()
    data.removeAll()
    positionData.removeAll()
    next = 0
    count = 0
  }

  /// Appends a posting; its positions follow through `append(positionDelta:)`.
  @inline(__always)
  func append(docID: UInt32, frequency: UInt32) throws(IndexError) {
    if deltas.count == PostingFormat.blockSize { try flush() }
    if count == 0 { firstFrequency = frequency }
    deltas.append(docID &- next)
    frequencies.append(frequency)
    next = docID &+ 1
    count += 1
  }

  /// Appends a position of the last posting: the first as it is, the others as distance to the one before.
  @inline(__always)
  func append(positionDelta: UInt32) { positions.append(positionDelta) }

  /// Writes the list; `info` says where it is, counted from where the output stands.
  func finish(into output: CheckedFileWriter, start: Int) throws(IndexError) -> TermInfo {
    var info = TermInfo(documentFrequency: count)
    info.postingsStart = output.count - start
    if count == 1 {
      info.docID = next &- 1
      info.termFrequency = hasPositions ? firstFrequency : 1
      if hasPositions, firstFrequency == 1 {
        info.position = unsafe positions.base[0]
        return info
      }
    }
    try flush()
    if count > 1 {
      let header = Int(count) > PostingFormat.blockSize
      if header {
        try output.append(lastDocIDs.bytes)
        try output.append(dataEnds.bytes)
        if hasPositions { try output.append(positionEnds.bytes) }
      }
      try output.append(data.bytes)
      info.postingsLength = output.count - start - info.postingsStart
    }
    if hasPositions {
      try output.append(positionData.bytes)
      info.positionsLength = positionData.count
    }
    return info
  }

  private func flush() throws(IndexError) {
    guard deltas.count > 0 else { return }
    if deltas.count == PostingFormat.blockSize {
      writeBlock()
    } else {
      writeTail()
    }
    if hasPositions { writePositions() }
    guard data.count <= Int(UInt32.max), positionData.count <= Int(UInt32.max) else {
      throw .tooLarge(what: "the postings of one term", limit: Int(UInt32.max))
    }
    lastDocIDs.write(next &- 1)
    dataEnds.write(UInt32(data.count))
    positionEnds.write(UInt32(positionData.count))
    for buffer in [deltas, frequencies, positions] { buffer.count = 0 }
  }

  private func writeBlock() {
    let size = PostingFormat.blockSize
    let docBits = unsafe BitPacking.bits(of: deltas.base, count: size)
    data.write(UInt8(docBits))
    guard hasPositions else {
      unsafe BitPacking.pack(deltas.base, bits: docBits, into: &data)
      return
    }
    for index in 0..<size { unsafe frequencies.base[index] &-= 1 }
    let frequencyBits = unsafe BitPacking.bits(of: frequencies.base, count: size)
    data.write(UInt8(frequencyBits))
    unsafe BitPacking.pack(deltas.base, bits: docBits, into: &data)
    unsafe BitPacking.pack(frequencies.base, bits: frequencyBits, into: &data)
  }

  private func writeTail() {
    for index in 0..<deltas.count {
      let delta = unsafe UInt64(deltas.base[index])
      guard hasPositions else {
        data.varint(delta)
        continue
      }
      let frequency = unsafe frequencies.base[index]
      data.varint(delta << 1 | (frequency == 1 ? 1 : 0))
      if frequency != 1 { data.varint(UInt64(frequency)) }
    }
  }

  private func writePositions() {
    var at = 0
    while at < positions.count {
      let chunk = unsafe positions.base + at
      let size = positions.count - at
      if size >= BitPacking.count {
        let bits = unsafe BitPacking.bits(of: chunk, count: BitPacking.count)
        positionData.write(UInt8(bits))
        unsafe BitPacking.pack(chunk, bits: bits, into: &positionData)
      } else {
        for index in 0..<size { positionData.varint(UInt64(unsafe chunk[index])) }
      }
      at += BitPacking.count
    }
  }
}
