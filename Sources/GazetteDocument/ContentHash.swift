private import CCrypto

/// SHA-256 (FIPS 180-4), as a stream or in one call: the only code that sees libcrypto.
package struct ContentHash {
  private var context = SHA256_CTX()

  /// Creates a hash of nothing so far.
  package init() {
    unsafe SHA256_Init(&context)
  }

  /// Takes further bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest of everything taken; the hash is used up.
  package consuming func finalize() -> Digest {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      _ = unsafe SHA256_Final(buffer.baseAddress, &context)
    }
    return Digest(bytes: digest)
  }

  /// The digest of some bytes.
  package static func digest(of bytes: Span<UInt8>) -> Digest {
    var hash = ContentHash()
    hash.update(bytes)
    return hash.finalize()
  }

  /// The first 32 bits of the digest of a range of a text, big-endian; allocates nothing.
  ///
  /// The range must lie within the text.
  package static func prefix(of text: Span<UInt8>, in range: Range<Int>) -> UInt32 {
    unsafe text.withUnsafeBytes { buffer in
      unsafe prefix(of: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
  }

  private static func prefix(of buffer: UnsafeRawBufferPointer) -> UInt32 {
    // The digest as four numbers of 64 bits: 32 bytes in place.
    var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    unsafe withUnsafeMutableBytes(of: &digest) { target in
      var context = SHA256_CTX()
      unsafe SHA256_Init(&context)
      unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
      _ = unsafe SHA256_Final(
        target.baseAddress?.assumingMemoryBound(to: UInt8.self), &context)
    }
    return UInt32(UInt64(bigEndian: digest.0) >> 32)
  }
}
