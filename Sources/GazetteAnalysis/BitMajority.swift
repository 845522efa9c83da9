/// Which of the 64 bits are set in most of some numbers.
///
/// The 64 counters stand upright, one plane for each binary place, so that a number is added with a few operations on whole words.
struct BitMajority {
  private var planes: [UInt64] = []
  /// How many numbers were added.
  private(set) var count = 0

  /// Adds a number.
  @inline(__always)
  mutating func add(_ number: UInt64) {
    count += 1
    var carry = number
    var place = 0
    while carry != 0 {
      if place == planes.count { planes.append(0) }
      let sum = planes[place] ^ carry
      carry &= planes[place]
      planes[place] = sum
      place += 1
    }
  }

  /// The bits that more than half of the numbers have.
  var bits: UInt64 {
    var bits: UInt64 = 0
    for bit in 0..<64 {
      var own = 0
      for place in planes.indices { own += Int(planes[place] >> UInt64(bit) & 1) << place }
      if own * 2 > count { bits |= 1 << UInt64(bit) }
    }
    return bits
  }
}
