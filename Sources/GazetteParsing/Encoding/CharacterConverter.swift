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
          let skipped = min(unit, left)
          unsafe source = source.map { unsafe $0 + skipped }
          left -= skipped
          unsafe iconv(converter, nil, nil, nil, nil)
        }
      }
    }
    return result
  }
}
