import Synchronization

/// Contexts for decompressing that are not in use: making one costs more than a block.
final class DecompressorPool: Sendable {
  private let idle = Mutex<[ZstandardFrame.Decompressor]>([])

  /// Fills a block with what a frame holds; see `ZstandardFrame.Decompressor`.
  func fill(
    _ block: UnsafeMutableRawBufferPointer, from frame: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let decompressor = idle.withLock { $0.popLast() } ?? ZstandardFrame.Decompressor()
    defer { idle.withLock { $0.append(decompressor) } }
    return unsafe decompressor.fill(block, from: frame)
  }
}
