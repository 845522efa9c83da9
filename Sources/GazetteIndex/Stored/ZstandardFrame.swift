import CZstd

/// One call into Zstandard (RFC 8878) each way, with contexts that are kept from block to block.
@safe enum ZstandardFrame {
  /// A context that compresses; used by one thread at a time.
  @safe final class Compressor {
    private let context: OpaquePointer?
    private let level: Int32

    init(level: Int32) {
      self.level = level
      unsafe context = ZSTD_createCCtx()
    }

    deinit { unsafe ZSTD_freeCCtx(context) }

    /// Appends a block as a frame; false, with nothing appended, when it would not be shorter.
    func append(_ block: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Bool {
      guard let context = unsafe context, block.count > 1 else { return false }
      let start = output.count
      // A frame that needs as many bytes as the block is not wanted, so there is room for one less.
      let room = block.count - 1
      output.append(contentsOf: repeatElement(0, count: room))
      let size = unsafe output.withUnsafeMutableBytes { bytes in
        unsafe ZSTD_compressCCtx(
          context, bytes.baseAddress.map { unsafe $0 + start }, room, block.baseAddress,
          block.count, level)
      }
      let isShorter = ZSTD_isError(size) == 0
      output.removeLast(isShorter ? room - size : room)
      return isShorter
    }
  }

  /// A context that decompresses; used by one thread at a time.
  @safe final class Decompressor: @unchecked Sendable {
    private let context: OpaquePointer?

    init() { unsafe context = ZSTD_createDCtx() }

    deinit { unsafe ZSTD_freeDCtx(context) }

    /// Fills a block with what a frame holds; false when the frame is damaged or holds more or less than the block has.
    ///
    /// Never writes beyond the block, whatever the frame declares.
    func fill(
      _ block: UnsafeMutableRawBufferPointer, from frame: UnsafeBufferPointer<UInt8>
    ) -> Bool {
      guard let context = unsafe context else { return false }
      let size = unsafe ZSTD_decompressDCtx(
        context, block.baseAddress, block.count, frame.baseAddress, frame.count)
      return ZSTD_isError(size) == 0 && size == block.count
    }
  }
}
