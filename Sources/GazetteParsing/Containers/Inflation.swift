private import CZlib
internal import GazetteDocument

/// Inflates what was packed with deflate (RFC 1951), piece by piece: the only code that sees zlib.
@safe final class Inflation {
  /// What stands around the packed bytes.
  enum Form: Int32 {
    /// Nothing, as in a zip archive.
    case raw = -15
    /// The header and checksum of gzip.
    case gzip = 31
  }

  /// How a file that unpacks to more than it may is refused.
  static func bomb(_ limit: Int) -> ParseError {
    .malformed(ParseFinding(.packedSize, limit), offset: nil)
  }

  private var stream = unsafe z_stream()
  private let form: Form

  init(_ form: Form) throws(ParseError) {
    self.form = form
    guard unsafe gazette_inflate_begin(&stream, form.rawValue) == Z_OK else {
      throw .incomplete(ParseFinding(.noMemory), offset: nil)
    }
  }

  deinit {
    unsafe inflateEnd(&stream)
  }

  /// Inflates a range of bytes and hands out what comes of it, at most 64 KiB at a time.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: Where the packed bytes stand.
  ///   - body: Takes each piece; what it throws ends the work.
  /// - Throws: `ParseError.malformed` when the packed bytes are damaged or cut, and what `body` throws.
  func run(
    _ bytes: [UInt8], in range: Range<Int>, _ body: (Span<UInt8>) throws(ParseError) -> Void
  ) throws(ParseError) {
    var input = range.lowerBound
    var output = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let (status, taken, given) = step(bytes, from: input, to: range.upperBound, into: &output)
      input += taken
      if given > 0 { try body(output.span.extracting(0..<given)) }
      switch status {
      case Z_STREAM_END:
        // A gzip file may consist of several parts.
        guard form == .gzip, range.upperBound - input > 18, bytes[input] == 0x1F,
          unsafe inflateReset(&stream) == Z_OK
        else { return }
      case Z_OK: break
      case Z_BUF_ERROR where given > 0: break
      default:
        let isCut = input == range.upperBound
        throw .malformed(ParseFinding(isCut ? .packedCut : .packedDamaged), offset: input)
      }
    }
  }

  private func step(
    _ bytes: [UInt8], from start: Int, to end: Int, into output: inout [UInt8]
  ) -> (status: Int32, taken: Int, given: Int) {
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { target in
        let available = UInt32(clamping: end - start)
        // zlib promises not to write through its input pointer.
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { unsafe $0 + start })
        unsafe stream.avail_in = available
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(clamping: target.count)
        let status = unsafe inflate(&stream, Z_NO_FLUSH)
        return unsafe (
          status, Int(available - stream.avail_in), target.count - Int(stream.avail_out)
        )
      }
    }
  }

  /// The checksum by which zip archives know damage (CRC-32).
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
