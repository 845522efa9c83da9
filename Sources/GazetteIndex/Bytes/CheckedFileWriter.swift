/// Writes the body of a file from front to back, and its page checksums and footer after it.
final class CheckedFileWriter {
  private let kind: FileFooter.Kind
  private let file: AtomicFile?
  private var pending: [UInt8] = []
  private var flushed = 0
  private var checksums: [UInt64] = []
  private static let flushSize = 16 * FileFooter.pageSize

  /// Writes to a file; without one the bytes are kept in memory.
  init(kind: FileFooter.Kind, to file: AtomicFile?) {
    self.kind = kind
    self.file = file
  }

  /// How long the body is so far.
  var count: Int { flushed + pending.count }

  /// Appends bytes to the body.
  func append(_ bytes: [UInt8]) throws(IndexError) {
    pending.append(contentsOf: bytes)
    try flushWhenFull()
  }

  /// Appends bytes in memory to the body.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    unsafe pending.append(contentsOf: bytes)
    try flushWhenFull()
  }

  private func flushWhenFull() throws(IndexError) {
    guard file != nil, pending.count >= Self.flushSize else { return }
    let whole = pending.count / FileFooter.pageSize * FileFooter.pageSize
    try write(whole)
    pending.removeFirst(whole)
    flushed += whole
  }

  private func sum(_ count: Int) {
    unsafe pending.withUnsafeBytes { bytes in
      var at = 0
      while at < count {
        let size = min(FileFooter.pageSize, count - at)
        let page = unsafe UnsafeRawBufferPointer(rebasing: bytes[at..<(at + size)])
        checksums.append(unsafe Checksum.of(page))
        at += size
      }
    }
  }

  private func write(_ count: Int) throws(IndexError) {
    sum(count)
    guard let file else { return }
    unsafe try pending.withUnsafeBufferPointer { (bytes) throws(IndexError) in
      let raw = UnsafeRawBufferPointer(bytes)
      try unsafe file.write(UnsafeRawBufferPointer(rebasing: raw[0..<count]))
    }
  }

  /// Ends the file: publishes it, or hands back its bytes when they are in memory.
  func finish() throws(IndexError) -> [UInt8] {
    let bodyLength = count
    try write(pending.count)
    let closing = FileFooter.closing(
      bodyLength: bodyLength, pageChecksums: checksums, kind: kind)
    guard let file else {
      pending.append(contentsOf: closing)
      defer { pending = [] }
      return pending
    }
    unsafe try closing.withUnsafeBufferPointer { (bytes) throws(IndexError) in
      try unsafe file.write(UnsafeRawBufferPointer(bytes))
    }
    try file.publish()
    return []
  }
}
