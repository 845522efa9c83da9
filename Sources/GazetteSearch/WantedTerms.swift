import GazetteIndex

/// The terms that the patterns of a query consist of, numbered, and found by their bytes without a copy of them.
struct WantedTerms {
  /// A term with the side, exact or stem, on which it is looked up.
  struct Key: Equatable {
    var bytes: [UInt8]
    var isStem: Bool
  }

  private(set) var keys: [Key] = []
  /// Open addressing: the number of a term plus one, 0 where there is none; the size is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  /// How many terms there are.
  var count: Int { keys.count }

  /// The number of a term, which is added when it is new.
  mutating func number(of key: Key) -> Int {
    if let number = find(key.bytes[...], isStem: key.isStem) { return number }
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in keys.indices { place(number) }
    } else {
      place(keys.count - 1)
    }
    return keys.count - 1
  }

  private mutating func place(_ number: Int) {
    var slot = WantedTerms.hash(keys[number].bytes[...]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }

  /// The number of the term with some bytes; `nil` when no pattern has it.
  func find(_ bytes: ArraySlice<UInt8>, isStem: Bool) -> Int? {
    var slot = WantedTerms.hash(bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      let key = keys[Int(slots[slot]) - 1]
      if key.isStem == isStem, key.bytes.elementsEqual(bytes) { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a (Fowler, Noll and Vo 1991): the terms are short, and a query is no attack on its own table.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
