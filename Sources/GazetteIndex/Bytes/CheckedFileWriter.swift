/// Writes the body of a file from front to back, and its page checksums and footer after it.
final class CheckedFileWriter {
  /// A place in the body to which the writer can go back.
  struct Mark {
    fileprivate let flushed: Int
    fileprivate let pending: [UInt8]
    fileprivate let checksumCount: Int
  }

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

  /// The end of the body as it is now.
  var mark: Mark {
    Mark(flushed: flushed, pending: pending, checksumCount: checksums.count)
  }

  /// Takes back what was appended since a mark was made.
  func reset(to mark: Mark) {
    flushed = mark.flushed
    pending = mark.pending
    checksums.removeSubrange(mark.checksumCount...)
    file?.truncate(to: flushed)
  }

  /// Appends bytes to the body: they belong to it also when writing some of it fails, which may be tried again.
  func append(_ bytes: [UInt8]) throws(IndexError) {
    unsafe try bytes.withUnsafeBufferPointer { (buffer) throws(IndexError) in
      try unsafe append(buffer)
    }
  }

  /// Appends bytes in memory to the body.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    guard file != nil, pending.count + bytes.count >= Self.flushSize else {
      unsafe pending.append(contentsOf: bytes)
      return
    }
    // In steps, so that little is in memory twice.
    var at = 0
    while at < bytes.count {
      let part = max(1, min(bytes.count - at, Self.flushSize - pending.count))
      unsafe pending.append(contentsOf: bytes[at..<(at + part)])
      at += part
      guard pending.count >= Self.flushSize else { continue }
      do {
        try flushPages()
      } catch {
        unsafe pending.append(contentsOf: bytes[at...])
        throw error
      }
    }
  }

  private func flushPages() throws(IndexError) {
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
    if let file {
      unsafe try pending.withUnsafeBufferPointer { (bytes) throws(IndexError) in
        let raw = UnsafeRawBufferPointer(bytes)
        try unsafe file.write(UnsafeRawBufferPointer(rebasing: raw[..<count]))
      }
    }
    sum(count)
  }

  /// Ends the file, which is still to be published, or hands back its bytes when they are in memory.
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
    return []
  }
}
