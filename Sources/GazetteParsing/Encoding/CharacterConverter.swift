private import CIconv

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Turns bytes of an older encoding into UTF-8: the only code that sees iconv.
struct CharacterConverter {
  /// What a conversion gave.
  struct Result {
    /// The text as UTF-8, with U+FFFD for every byte that means nothing.
    var utf8: [UInt8]
    /// How many such bytes there were.
    var losses: Int
    /// The offset of the first of them in the bytes given.
    var firstLoss: Int?
  }

  /// iconv's name of the encoding.
  let name: String
  /// How many bytes are skipped at one that means nothing.
  let unit: Int

  /// Converts all bytes from an offset on; `nil` when this system's iconv does not know the encoding.
  func convert(_ bytes: [UInt8], from start: Int) -> Result? {
    guard let converter = unsafe iconv_open("UTF-8", name),
      unsafe converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var result = Result(utf8: [], losses: 0, firstLoss: nil)
    result.utf8.reserveCapacity((bytes.count - start) * 3 / 2 + 16)
    let chunk = 1 << 16
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: chunk) { output in
      unsafe bytes.withUnsafeBytes { input in
        guard let base = input.baseAddress else { return }
        // iconv promises not to write through its input pointer.
        var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
          mutating: base.assumingMemoryBound(to: CChar.self) + start)
        var left = bytes.count - start
        while left > 0 {
          var target = output.baseAddress
          var room = chunk
          let status = unsafe iconv(converter, &source, &left, &target, &room)
          let failure = errno
          let written = unsafe UnsafeRawBufferPointer(
            UnsafeBufferPointer(start: output.baseAddress, count: chunk - room))
          unsafe result.utf8.append(contentsOf: written)
          guard status == -1, failure != E2BIG else { continue }
          // EILSEQ at a byte that means nothing, EINVAL at a sequence cut off by the end.
          if result.firstLoss == nil { result.firstLoss = bytes.count - left }
          result.losses += 1
          result.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
          var skipped = min(unit, left)
          if unit == 1, result.losses <= CharacterConverter.weighed {
            skipped = unsafe damage(
              UnsafeRawBufferPointer(rebasing: input[(bytes.count - left)...]), converter)
          }
          unsafe source = source.map { unsafe $0 + skipped }
          left -= skipped
          unsafe iconv(converter, nil, nil, nil, nil)
        }
      }
    }
    return result
  }

  /// For no more losses than these it is weighed how much is damaged: beyond, hardly anything is whole.
  private static let weighed = 10_000
  /// How far it is looked on behind a loss.
  private static let reach = 4_096

  /// How many bytes are damaged at the start of some: one, or two where the second would pair with the wrong half of the
  /// next character, and that with the next, up to the end of the run.
  private func damage(_ bytes: UnsafeRawBufferPointer, _ converter: iconv_t) -> Int {
    guard bytes.count > 2, unsafe bytes[0] >= 0x80, unsafe bytes[1] >= 0x80 else { return 1 }
    var end = 2
    // No second half of two lies below.
    while end < min(bytes.count, CharacterConverter.reach), unsafe bytes[end] >= 0x40 { end += 1 }
    // The byte behind the run shows whether its last half was left alone.
    end = min(bytes.count, end + 1)
    let one = unsafe doubt(UnsafeRawBufferPointer(rebasing: bytes[1..<end]), converter)
    let two = unsafe doubt(UnsafeRawBufferPointer(rebasing: bytes[2..<end]), converter)
    return two < one ? 2 : 1
  }

  /// How much speaks against some bytes being whole characters: those that mean nothing, and single bytes among the others,
  /// as halves of characters read by themselves are.
  private func doubt(_ bytes: UnsafeRawBufferPointer, _ converter: iconv_t) -> Int {
    unsafe iconv(converter, nil, nil, nil, nil)
    defer { unsafe iconv(converter, nil, nil, nil, nil) }
    return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1_024) { output in
      guard let base = bytes.baseAddress else { return 0 }
      var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
        mutating: base.assumingMemoryBound(to: CChar.self))
      var left = bytes.count
      var count = 0
      while left > 0 {
        var target = output.baseAddress
        var room = 1_024
        let status = unsafe iconv(converter, &source, &left, &target, &room)
        let failure = errno
        for index in 0..<1_024 - room {
          let byte = unsafe UInt8(bitPattern: output[index])
          // Katakana of half width is the single byte of Shift_JIS.
          if byte < 0x80 || byte == 0xEF { count += 1 }
        }
        guard status == -1 else { break }
        if failure == E2BIG { continue }
        // What the end cuts off may be whole.
        guard failure == EILSEQ, left > 0 else { break }
        count += 2
        unsafe source = source.map { unsafe $0 + 1 }
        left -= 1
        unsafe iconv(converter, nil, nil, nil, nil)
      }
      return count
    }
  }
}
