/// How the stored bytes of a group lie in a segment: in blocks that are compressed each for itself, so that a part is read
/// without the whole.
///
/// Layout, with variable-length numbers: the number of bytes; for each block of 8 KiB of them (the last may be shorter) the
/// length of its frame; then the frames. A frame is one of Zstandard; one as long as its block is the block itself.
enum StoredFormat {
  /// How many bytes a block has.
  static let blockSize = 8 * 1024
  /// How hard Zstandard tries: higher levels took more of the time of indexing than they saved of the size.
  static let level: Int32 = 1

  /// How many blocks some bytes make.
  static func blockCount(_ count: Int) -> Int { (count + blockSize - 1) / blockSize }

  /// Appends bytes in this form, and gives how many it took; no bytes take none.
  @discardableResult
  static func pack(
    _ bytes: [UInt8], with compressor: ZstandardFrame.Compressor, into output: inout [UInt8]
  ) -> Int {
    guard !bytes.isEmpty else { return 0 }
    var head = ByteWriter()
    var frames: [UInt8] = []
    head.varint(bytes.count)
    unsafe bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let end = min(start + blockSize, all.count)
        let block = unsafe UnsafeRawBufferPointer(rebasing: all[start..<end])
        let before = frames.count
        if unsafe !compressor.append(block, to: &frames) {
          unsafe frames.append(contentsOf: block)
        }
        head.varint(frames.count - before)
        start = end
      }
    }
    output += head.bytes
    output += frames
    return head.count + frames.count
  }
}
