/// Walks over a text and yields it folded, scalar by scalar.
///
/// Case, width, accents and compatibility forms are folded, Traditional characters made Simplified, invisible scalars
/// passed over. Between Han digits (二○二○年) the stand-ins for a zero, ○ ◯ O 0 in either width, are read as 零.
///
/// It must not outlive the bytes that it was made with.
@safe
struct FoldingCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table: FoldingTable
  /// The next byte to read.
  private(set) var index = 0
  /// The rest of a fold of several scalars: place in the pool, next scalar, number, range in the text.
  private var sequence: UInt32 = 0
  private var sequenceIndex = 0
  private var sequenceCount = 0
  private var sequenceStart = 0
  /// Whether the scalar before was a Han digit or a zero.
  private var followsHanDigit = false
  /// The stand-ins before this byte were looked at already, with this outcome; keeps long runs linear.
  private var zeroesEnd = 0
  private var zeroesHold = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, table: FoldingTable) {
    unsafe self.bytes = bytes
    self.table = table
  }

  /// The next byte when it is ASCII and may be handled without the cursor; `nil` otherwise and at the end.
  @inline(__always)
  var plainByte: UInt8? {
    guard sequenceIndex == sequenceCount, !followsHanDigit, unsafe index < bytes.count
    else { return nil }
    let byte = unsafe bytes[index]
    return byte < 0x80 ? byte : nil
  }

  /// Steps over ASCII bytes that were handled without the cursor.
  @inline(__always)
  mutating func skip(to index: Int) {
    self.index = index
  }

  /// The next folded scalar; `nil` at the end.
  @inline(__always)
  mutating func next() -> FoldedScalar? {
    if sequenceIndex < sequenceCount { return nextOfSequence() }
    while unsafe index < bytes.count {
      let start = index
      let (scalar, length) = unsafe UTF8Decoding.scalar(in: bytes, at: start)
      index = start + length
      let entry = table.entry(scalar)
      var value = scalar
      switch entry.mapping {
      case .itself: break
      case .scalar: value = entry.payload
      case .nothing: continue
      case .sequence:
        sequence = entry.payload
        sequenceIndex = 0
        sequenceCount = table.sequenceCount(at: entry.payload)
        sequenceStart = start
        return nextOfSequence()
      }
      if followsHanDigit, Self.isZero(value, original: scalar), zeroHolds(at: start) {
        return FoldedScalar(value: Self.zero, scalarClass: .han, start: start, end: index)
      }
      followsHanDigit = entry.scalarClass == .han && Self.isHanDigit(value)
      return FoldedScalar(value: value, scalarClass: entry.scalarClass, start: start, end: index)
    }
    return nil
  }

  private mutating func nextOfSequence() -> FoldedScalar {
    let entry = table.sequenceEntry(at: sequence, sequenceIndex)
    sequenceIndex += 1
    followsHanDigit = Self.isHanDigit(entry.payload)
    return FoldedScalar(
      value: entry.payload, scalarClass: entry.scalarClass, start: sequenceStart, end: index)
  }

  private static let zero: UInt32 = 0x96F6

  /// Whether a scalar can stand for a zero between Han digits; 〇 and 零 are folded together everywhere.
  @inline(__always)
  private static func isZero(_ folded: UInt32, original: UInt32) -> Bool {
    folded == 0x30 || folded == 0x25CB || original == 0x4F || original == 0xFF2F
  }

  @inline(__always)
  private static func isHanDigit(_ folded: UInt32) -> Bool {
    switch folded {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, zero: true
    default: false
    }
  }

  /// Whether the run of stand-ins at a place ends before a Han digit or 年.
  private mutating func zeroHolds(at start: Int) -> Bool {
    guard start >= zeroesEnd else { return zeroesHold }
    var place = start
    zeroesHold = false
    while unsafe place < bytes.count {
      let (scalar, length) = unsafe UTF8Decoding.scalar(in: bytes, at: place)
      let entry = table.entry(scalar)
      let value = entry.mapping == .scalar ? entry.payload : scalar
      let isInvisible = entry.mapping == .nothing
      if !isInvisible, !Self.isZero(value, original: scalar) {
        zeroesHold = entry.mapping != .sequence && (Self.isHanDigit(value) || value == 0x5E74)
        break
      }
      place += length
    }
    zeroesEnd = place
    return zeroesHold
  }
}
