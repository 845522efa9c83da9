/// Up to 128 numbers in few bits each, with those that need more patched in (Zukowski and others 2006).
///
/// The first byte is the number of bits of a packed number, plus 128 when there are patches; then a byte gives how many bytes
/// the patches take, and they follow the packed numbers: the place (one byte), and what lies above the packed bits
/// (variable length). 128 numbers are packed in lanes (`BitPacking`); fewer are a row of bits, least significant first.
enum PatchedPacking {
  private static let hasPatches: UInt8 = 0x80

  /// Appends numbers, at most 128.
  static func encode(
    _ numbers: UnsafePointer<UInt32>, count: Int, into writer: inout ByteWriter
  ) {
    let (bits, patchLength) = unsafe bestBits(numbers, count)
    let mask: UInt32 = bits == 32 ? .max : (1 << UInt32(bits)) - 1
    writer.write(UInt8(bits) | (patchLength > 0 ? hasPatches : 0))
    if patchLength > 0 { writer.write(UInt8(patchLength)) }
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BitPacking.count) { low in
      guard let base = low.baseAddress else { return }
      for place in 0..<count { unsafe base[place] = numbers[place] & mask }
      if count == BitPacking.count {
        unsafe BitPacking.pack(base, bits: bits, into: &writer)
      } else {
        unsafe packRow(base, count, bits, into: &writer)
      }
    }
    guard patchLength > 0 else { return }
    for place in 0..<count where unsafe numbers[place] > mask {
      writer.write(UInt8(place))
      unsafe writer.varint(UInt64(numbers[place] >> UInt32(bits)))
    }
  }

  /// The number of bits with which packed numbers and patches take the fewest bytes, and how many the patches take.
  private static func bestBits(
    _ numbers: UnsafePointer<UInt32>, _ count: Int
  ) -> (bits: Int, patchLength: Int) {
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: 33) { widths in
      unsafe widths.initialize(repeating: 0)
      var all: UInt32 = 0
      for place in 0..<count {
        let number = unsafe numbers[place]
        all |= number
        unsafe widths[32 - number.leadingZeroBitCount] += 1
      }
      let most = 32 - all.leadingZeroBitCount
      var best = (bits: most, patchLength: 0)
      var least = (most * count + 7) / 8
      var bits = most - 1
      while bits >= 0 {
        var patches = 0
        for width in (bits + 1)...most {
          unsafe patches += widths[width] * (1 + (width - bits + 6) / 7)
        }
        if patches > 255 || patches >= least { break }
        let size = (bits * count + 7) / 8 + patches + 1
        if size < least {
          least = size
          best = (bits, patches)
        }
        bits -= 1
      }
      return best
    }
  }

  private static func packRow(
    _ numbers: UnsafePointer<UInt32>, _ count: Int, _ bits: Int, into writer: inout ByteWriter
  ) {
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for place in 0..<count {
      word |= unsafe UInt64(numbers[place]) << filled
      filled += UInt64(bits)
      while filled >= 8 {
        writer.write(UInt8(truncatingIfNeeded: word))
        word >>= 8
        filled -= 8
      }
    }
    if filled > 0 { writer.write(UInt8(truncatingIfNeeded: word)) }
  }

  /// How many bytes numbers take that begin at an offset; 0 when they do not fit the view.
  @inline(__always)
  static func length(_ view: ByteView, at offset: Int, count: Int) -> Int {
    guard offset >= 0, offset < view.count else { return 0 }
    let first = view[offset]
    let packed = (Int(first & ~hasPatches) * count + 7) / 8
    guard first & hasPatches != 0 else {
      return packed + 1 <= view.count - offset ? packed + 1 : 0
    }
    guard offset + 1 < view.count else { return 0 }
    let length = packed + 2 + Int(view[offset + 1])
    return length <= view.count - offset ? length : 0
  }

  /// Decodes numbers, at most 128, that begin at an offset; gives how many bytes they took, 0 when they are damaged.
  static func decode(
    _ view: ByteView, at offset: Int, count: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let length = length(view, at: offset, count: count)
    guard length > 0 else { return 0 }
    let first = view[offset]
    let bits = Int(first & ~hasPatches)
    guard bits <= 32 else { return 0 }
    let start = offset + (first & hasPatches != 0 ? 2 : 1)
    if count == BitPacking.count {
      unsafe BitPacking.unpack(view.base + start, bits: bits, into: numbers)
    } else {
      unsafe unpackRow(view, start, 0..<count, bits, into: numbers)
    }
    guard first & hasPatches != 0 else { return length }
    return unsafe patch(
      numbers, 0..<count, of: count, bits: bits, view, from: start + (bits * count + 7) / 8,
      to: offset + length) ? length : 0
  }

  /// Decodes a few of the numbers that begin at an offset, without the others; false when they are damaged.
  static func pick(
    _ places: Range<Int>, of count: Int, _ view: ByteView, at offset: Int,
    into numbers: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let length = length(view, at: offset, count: count)
    guard length > 0 else { return false }
    let first = view[offset]
    let bits = Int(first & ~hasPatches)
    guard bits <= 32, places.lowerBound >= 0, places.upperBound <= count else { return false }
    let start = offset + (first & hasPatches != 0 ? 2 : 1)
    if count == BitPacking.count {
      unsafe BitPacking.pick(places, view.base + start, bits: bits, into: numbers)
    } else {
      unsafe unpackRow(view, start, places, bits, into: numbers)
    }
    guard first & hasPatches != 0 else { return true }
    return unsafe patch(
      numbers, places, of: count, bits: bits, view, from: start + (bits * count + 7) / 8,
      to: offset + length)
  }

  /// Adds what stands above the packed bits to the numbers of some places; false when it is damaged.
  @inline(__always)
  private static func patch(
    _ numbers: UnsafeMutablePointer<UInt32>, _ places: Range<Int>, of count: Int, bits: Int,
    _ view: ByteView, from start: Int, to end: Int
  ) -> Bool {
    guard start <= end, end <= view.count else { return false }
    let bytes = unsafe view.base
    var at = start
    while at + 1 < end {
      let place = unsafe Int(bytes[at])
      var high = unsafe UInt32(bytes[at + 1])
      guard place < count else { return false }
      if high < 0x80 {
        at += 2
      } else {
        var reader = ByteReader(view, at: at + 1)
        high = reader.varint32()
        guard !reader.hasFailed else { return false }
        at = reader.offset
      }
      if places.contains(place), bits < 32 {
        unsafe numbers[place - places.lowerBound] |= high << UInt32(bits)
      }
    }
    return at >= end
  }

  @inline(__always)
  private static func unpackRow(
    _ view: ByteView, _ start: Int, _ places: Range<Int>, _ bits: Int,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let mask: UInt64 = (1 << UInt64(bits)) - 1
    var at = start * 8 + places.lowerBound * bits
    // Eight bytes are read at once as long as they lie within the view.
    let safe = view.count - 8
    for place in 0..<places.count {
      let byte = at >> 3
      var word: UInt64 = 0
      if byte <= safe {
        word = unsafe UInt64(
          littleEndian: UnsafeRawPointer(view.base + byte).loadUnaligned(as: UInt64.self))
      } else {
        for next in byte..<max(byte, view.count) {
          word |= UInt64(view[next]) << UInt64((next - byte) * 8)
        }
      }
      unsafe numbers[place] = UInt32(truncatingIfNeeded: word >> UInt64(at & 7) & mask)
      at += bits
    }
  }
}
