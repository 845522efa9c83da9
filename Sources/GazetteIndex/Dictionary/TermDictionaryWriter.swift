/// Builds the dictionary of a segment from its terms in order.
///
/// The layout is described at `TermDictionary`.
struct TermDictionaryWriter {
  /// The blocks so far.
  private(set) var blocks = ByteWriter()
  private var starts = ByteWriter()
  private var keyEnds = ByteWriter()
  private var keys = ByteWriter()
  private var last: [UInt8] = []
  private let limit: Int
  /// How many terms there are.
  private(set) var count = 0

  /// Creates a dictionary whose blocks, and whose index, have so many bytes at most.
  init(limit: Int) { self.limit = limit }

  /// Appends a term that comes after all others: the field's number, then the bytes.
  mutating func append(
    _ key: UnsafeBufferPointer<UInt8>, _ info: TermInfo, hasPositions: Bool
  ) throws(IndexError) {
    var shared = 0
    if count % TermDictionary.blockSize == 0 {
      guard blocks.count <= limit, keys.count + key.count <= limit else {
        throw .tooLarge(what: "the dictionary of a segment, in bytes,", limit: limit)
      }
      starts.write(UInt32(blocks.count))
      unsafe keys.append(key)
      keyEnds.write(UInt32(keys.count))
      blocks.varint(info.postingsStart)
    } else {
      let limit = min(last.count, key.count)
      while shared < limit, unsafe last[shared] == key[shared] { shared += 1 }
      blocks.varint(shared)
      blocks.varint(key.count - shared)
      unsafe blocks.append(key[shared...])
    }
    info.encode(into: &blocks, hasPositions: hasPositions)
    last.removeAll(keepingCapacity: true)
    unsafe last.append(contentsOf: key)
    count += 1
  }

  /// How many blocks there are.
  var blockCount: Int { starts.count / 4 }

  /// The index: where each block begins, where its first key ends, the first keys.
  var index: [UInt8] { starts.bytes + keyEnds.bytes + keys.bytes }
}
