/// The first bytes of labels: tells at once where in a text none of them begins, and else to which state the first eight lead.
///
/// One bit for a hash answers for nearly every place of a text and stays in the nearest cache. Of the others, where the text
/// begins as labels do but goes on otherwise, a bit for sixteen bytes passes nearly all over. Behind it lies a table by open
/// addressing. Labels of at most eight bytes have bits by their first six, three or two, and are looked for from the root.
struct LabelHeads: Sendable {
  /// Eight bytes and where they lead: both lie in one line of the cache.
  struct Slot: Sendable {
    fileprivate var head: UInt64 = 0
    /// The state behind the bytes; -1 for a slot that is free.
    fileprivate(set) var state: Int32 = -1
    /// The only label that begins so; -1 for several.
    fileprivate(set) var only: Int32 = -1
  }

  /// The bits for one text, without the arrays around them.
  @safe
  struct Gates {
    fileprivate let bits: UnsafePointer<UInt64>
    fileprivate let masks: [3 of UInt64]
    fileprivate let maskCount: Int
    fileprivate let longBits: UnsafePointer<UInt64>
    fileprivate let longMasks: [3 of UInt64]
    fileprivate let longMaskCount: Int

    /// One if a label may begin with eight bytes, the first the lowest; zero if none does.
    @inline(__always)
    func mayBegin(_ head: UInt64) -> Int {
      var bit = bit(head)
      for index in 0..<maskCount { bit |= self.bit(head & masks[index]) }
      return Int(truncatingIfNeeded: bit)
    }

    @inline(__always)
    private func bit(_ head: UInt64) -> UInt64 {
      let place = LabelHeads.hash(head) >> (64 - LabelHeads.bitCount)
      return unsafe bits[Int(place >> 6)] >> (place & 63) & 1
    }

    /// One if a label may begin with eight bytes that `mayBegin` lets through and the eight behind them; zero if none does.
    @inline(__always)
    func mayGoOn(_ head: UInt64, _ next: UInt64) -> Int {
      var bit: UInt64 = 0
      for index in 0..<maskCount { bit |= self.bit(head & masks[index]) }
      for index in 0..<longMaskCount {
        let place = LabelHeads.hash(head, next & longMasks[index])
        bit |= unsafe longBits[Int(place >> 6)] >> (place & 63) & 1
      }
      return Int(truncatingIfNeeded: bit)
    }
  }

  /// How many bytes a head has.
  static let size = 8
  /// The size of the table of bits, as a power of two: 32 KiB.
  fileprivate static let bitCount: UInt64 = 18

  /// The size of the table of bits for sixteen bytes, as a power of two: 128 KiB.
  fileprivate static let longBitCount: UInt64 = 20

  private var bits = [UInt64](repeating: 0, count: 1 << Int(bitCount - 6))
  /// Those of the bits that are there for shorter labels.
  private var shortBits = [UInt64](repeating: 0, count: 1 << Int(bitCount - 6))
  /// What of a head counts for shorter labels: their first six, three or two bytes, as far as there are such labels.
  private var masks: [3 of UInt64] = [0, 0, 0]
  private var maskCount = 0
  /// Bits for the heads of longer labels and what follows in them, up to sixteen bytes.
  private var longBits = [UInt64](repeating: 0, count: 1 << Int(longBitCount - 6))
  /// What of the eight bytes behind a head counts: all, four or one, as far as there are labels so long.
  private var longMasks: [3 of UInt64] = [0, 0, 0]
  private var longMaskCount = 0
  private var slots: [Slot]

  /// How many bytes of memory they take.
  var byteCount: Int {
    (bits.count + shortBits.count + longBits.count) * 8 + slots.count * MemoryLayout<Slot>.stride
  }

  /// Makes room for the heads of so many labels.
  init(count: Int) {
    var size = 16
    while size * 2 < count * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// Adds a label of which the first bytes, as many as a head has, lead to a state.
  mutating func add(_ label: [UInt8], numbered number: Int32, leadingTo state: Int) {
    let head = Self.word(label.prefix(Self.size))
    guard label.count > Self.size else {
      addShort(head, count: label.count)
      return
    }
    set(Self.hash(head))
    addLong(head, Self.word(label.dropFirst(Self.size).prefix(Self.size)), count: label.count)
    var place = Int(truncatingIfNeeded: Self.hash(head)) & (slots.count - 1)
    while slots[place].state >= 0, slots[place].head != head {
      place = (place + 1) & (slots.count - 1)
    }
    let isFirst = slots[place].state < 0
    slots[place] = Slot(head: head, state: Int32(state), only: isFirst ? number : -1)
  }

  private mutating func addShort(_ head: UInt64, count: Int) {
    let length = count >= 6 ? 6 : count >= 3 ? 3 : 2
    let mask = (UInt64(1) << UInt64(length * 8)) - 1
    if !(0..<maskCount).contains(where: { masks[$0] == mask }) {
      masks[maskCount] = mask
      maskCount += 1
    }
    set(Self.hash(head & mask))
    let place = Self.hash(head & mask) >> (64 - Self.bitCount)
    shortBits[Int(place >> 6)] |= 1 << (place & 63)
  }

  private mutating func addLong(_ head: UInt64, _ next: UInt64, count: Int) {
    let mask: UInt64 = count >= 16 ? .max : count >= 12 ? 0xFFFF_FFFF : 0xFF
    if !(0..<longMaskCount).contains(where: { longMasks[$0] == mask }) {
      longMasks[longMaskCount] = mask
      longMaskCount += 1
    }
    let place = Self.hash(head, next & mask)
    longBits[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// Up to eight bytes as a number, the first the lowest.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func set(_ hash: UInt64) {
    let place = hash >> (64 - Self.bitCount)
    bits[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// Where eight bytes of a text lead; `nil` when no label of more than eight begins so.
  @inline(__always)
  func slot(of head: UInt64) -> Slot? {
    unsafe slots.withUnsafeBufferPointer { slots in
      var place = Int(truncatingIfNeeded: Self.hash(head)) & (slots.count - 1)
      while unsafe slots[place].state >= 0 {
        if unsafe slots[place].head == head { return unsafe slots[place] }
        place = (place + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Whether a label of at most eight bytes may begin with those of a text.
  @inline(__always)
  func mayBeginShort(_ head: UInt64) -> Bool {
    for index in 0..<maskCount {
      let place = Self.hash(head & masks[index]) >> (64 - Self.bitCount)
      if shortBits[Int(place >> 6)] >> (place & 63) & 1 == 1 { return true }
    }
    return false
  }

  /// Hands the bits to a closure.
  @inline(__always)
  func withGates(_ body: (Gates) -> Void) {
    unsafe bits.withUnsafeBufferPointer { bits in
      unsafe longBits.withUnsafeBufferPointer { longBits in
        guard let first = bits.baseAddress, let long = longBits.baseAddress else { return }
        body(
          unsafe Gates(
            bits: first, masks: masks, maskCount: maskCount, longBits: long, longMasks: longMasks,
            longMaskCount: longMaskCount))
      }
    }
  }

  /// Bytes that differ anywhere differ in the upper bits and in the lower ones.
  @inline(__always)
  fileprivate static func hash(_ head: UInt64) -> UInt64 {
    let mixed = (head ^ head >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// The place of the bit for sixteen bytes.
  @inline(__always)
  fileprivate static func hash(_ head: UInt64, _ next: UInt64) -> UInt64 {
    let mixed = (head &* 0x9E37_79B9_7F4A_7C15 ^ next) &* 0xD6E8_FEB8_6659_FD93
    return ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) >> (64 - longBitCount)
  }
}
