/// Writes the posting list and the positions of one term after the other.
@safe final class PostingListWriter {
  let hasPositions: Bool
  private let deltas = NumberBuffer(capacity: PostingFormat.blockSize)
  private let frequencies = NumberBuffer(capacity: PostingFormat.blockSize)
  private let positions = NumberBuffer(capacity: 1024)
  private var lastDocIDs = ByteWriter()
  private var dataEnds = ByteWriter()
  private var positionEnds = ByteWriter()
  private var impactWords = ByteWriter()
  private var impacts = Impacts()
  private var floors = ScoreFloors()
  private var lengths: ByteView?
  private var data = ByteWriter()
  private var positionData = ByteWriter()
  private var next: UInt32 = 0
  private var count: UInt32 = 0
  private var firstFrequency: UInt32 = 0
  private var firstPosition: UInt32 = 0
  private let limit: Int

  /// Creates a writer for the terms of fields with or without positions.
  init(hasPositions: Bool, limit: Int) {
    self.hasPositions = hasPositions
    self.limit = limit
  }

  deinit {
    impacts.deallocate()
    floors.deallocate()
  }

  /// Forgets the term before.
  ///
  /// - Parameters:
  ///   - lengths: The codes of the lengths of the term's field, one an entry; needed with positions.
  ///   - average: The usual length of the field.
  func begin(lengths: ByteView?, average: Float) {
    self.lengths = lengths
    impacts.average = average
    floors.average = average
    for buffer in [deltas, frequencies, positions] { buffer.count = 0 }
    lastDocIDs.removeAll()
    dataEnds.removeAll()
    positionEnds.removeAll()
    impactWords.removeAll()
    data.removeAll()
    positionData.removeAll()
    next = 0
    count = 0
  }

  /// Appends a posting; its positions follow through `append(positionDelta:)`.
  @inline(__always)
  func append(docID: UInt32, frequency: UInt32) throws(IndexError) {
    if deltas.count == PostingFormat.blockSize { try flush(isLast: false) }
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
    try flush(isLast: true)
    if count > 1 {
      if Int(count) > PostingFormat.blockSize {
        if hasPositions { try output.append(floors.take()) }
        try output.append(lastDocIDs.bytes)
        try output.append(dataEnds.bytes)
        if hasPositions {
          try output.append(positionEnds.bytes)
          try output.append(impactWords.bytes)
        }
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

  private func flush(isLast: Bool) throws(IndexError) {
    guard deltas.count > 0 else { return }
    if hasPositions, !isLast || lastDocIDs.count > 0 { addImpacts() }
    if deltas.count == PostingFormat.blockSize {
      writeBlock()
    } else {
      writeTail()
    }
    if hasPositions { writePositions() }
    guard data.count <= limit, positionData.count <= limit else {
      throw .tooLarge(what: "the postings of one term, in bytes,", limit: limit)
    }
    lastDocIDs.write(next &- 1)
    dataEnds.write(UInt32(data.count))
    positionEnds.write(UInt32(positionData.count))
    for buffer in [deltas, frequencies, positions] { buffer.count = 0 }
  }

  private func addImpacts() {
    guard let lengths, Int(next) <= lengths.count else { return }
    var docID = next
    for index in (0..<deltas.count).reversed() {
      docID = docID &- 1
      let frequency = unsafe frequencies.base[index]
      let code = unsafe lengths.base[Int(docID)]
      impacts.add(frequency: frequency, code: code)
      floors.add(frequency: frequency, code: code)
      docID = unsafe docID &- deltas.base[index]
    }
    impactWords.write(impacts.take())
  }

  private func writeBlock() {
    let size = PostingFormat.blockSize
    let bits = unsafe BitPacking.bits(of: deltas.base, count: size)
    var span = size
    for index in 0..<size { span += unsafe Int(deltas.base[index]) }
    let words = (span + 63) / 64
    // A set may be one word larger: it need not be unpacked to be counted, skipped in or intersected.
    if words <= PostingFormat.bitSetLimit, bits > 0, words * 8 <= bits * 16 + 8 {
      data.write(UInt8(PostingFormat.bitSetMark + words))
      writeBitSet(words)
    } else {
      data.write(UInt8(bits))
      unsafe BitPacking.pack(deltas.base, bits: bits, into: &data)
    }
    guard hasPositions else { return }
    for index in 0..<size { unsafe frequencies.base[index] &-= 1 }
    unsafe PatchedPacking.encode(frequencies.base, count: size, into: &data)
  }

  private func writeBitSet(_ words: Int) {
    var place = 0
    var word: UInt64 = 0
    var number = 0
    for index in 0..<deltas.count {
      place += unsafe Int(deltas.base[index])
      while place >> 6 > number {
        data.write(word)
        word = 0
        number += 1
      }
      word |= 1 << UInt64(place & 63)
      place += 1
    }
    data.write(word)
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
      let size = min(positions.count - at, BitPacking.count)
      unsafe PatchedPacking.encode(positions.base + at, count: size, into: &positionData)
      at += size
    }
  }
}
