import Synchronization

/// A file of an index whose pages are held against their checksums when they are first touched.
///
/// So a damaged byte is an error before anything is made of it, and opening a large file stays cheap.
@safe package final class CheckedFile: @unchecked Sendable {
  /// The path of the file.
  package let path: String
  /// The body of the file; read only what has been checked.
  let body: ByteView
  /// A checksum over all that the file holds, from its footer.
  let checksum: UInt64
  private let file: MappedFile
  private let checksums: ByteView
  /// One bit a page that has been found intact.
  private let intact: UnsafeMutablePointer<Atomic<UInt64>>
  private let wordCount: Int

  /// How many bytes the whole file has.
  package var byteCount: Int { file.view.count }

  /// Opens a file and checks its footer; the file may still lie elsewhere than where it will.
  init(
    path: String, kind: FileFooter.Kind, unpublished: String? = nil
  ) throws(IndexError) {
    let file = try MappedFile(path: unpublished ?? path)
    let footer = try FileFooter(of: file, kind: kind)
    let sums = file.view.count - FileFooter.size - footer.bodyLength
    guard let body = file.view.slice(0, footer.bodyLength),
      let checksums = file.view.slice(footer.bodyLength, sums)
    else { throw .corrupt(file: path, offset: 0, what: "the length is wrong") }
    self.path = path
    self.file = file
    checksum = footer.checksum
    self.body = body
    self.checksums = checksums
    wordCount = sums / 8 / 64 + 1
    unsafe intact = .allocate(capacity: wordCount)
    for word in 0..<wordCount { unsafe (intact + word).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe intact.deinitialize(count: wordCount)
    unsafe intact.deallocate()
  }

  /// The first damaged byte's page in a range of the body, as an offset; `nil` when the range is intact and inside.
  @inline(__always)
  func damage(at start: Int, _ length: Int) -> Int? {
    guard start >= 0, length >= 0, start <= body.count, length <= body.count - start else {
      return max(0, min(start, body.count))
    }
    guard length > 0 else { return nil }
    var page = start / FileFooter.pageSize
    let last = (start + length - 1) / FileFooter.pageSize
    while page <= last {
      let word = unsafe intact[page / 64].load(ordering: .relaxed)
      if word & (1 << UInt64(page % 64)) == 0, !check(page) { return page * FileFooter.pageSize }
      page += 1
    }
    return nil
  }

  private func check(_ page: Int) -> Bool {
    let start = page * FileFooter.pageSize
    guard let bytes = body.slice(start, min(FileFooter.pageSize, body.count - start)) else {
      return false
    }
    let sum = unsafe Checksum.of(UnsafeRawBufferPointer(bytes.buffer))
    guard sum == checksums.load(page * 8, as: UInt64.self) else { return false }
    // The map is constant: two threads that check one page set the same bit.
    _ = unsafe intact[page / 64].bitwiseOr(1 << UInt64(page % 64), ordering: .relaxed)
    return true
  }

  /// A checked part of the body.
  func checked(_ start: Int, _ length: Int, _ what: String) throws(IndexError) -> ByteView {
    if let offset = damage(at: start, length) { throw corrupt(offset, what) }
    guard let view = body.slice(start, length) else { throw corrupt(start, what) }
    return view
  }

  /// Lets go of the memory that a part of the body takes; it can be read again.
  func release(_ range: Range<Int>) { file.release(range) }

  /// The error that says that a part of the file is damaged.
  func corrupt(_ offset: Int, _ what: String) -> IndexError {
    .corrupt(file: path, offset: offset, what: what)
  }

  /// An error for every page that does not agree with its checksum; reads the whole body.
  var damagedPages: [IndexError] {
    var damages: [IndexError] = []
    var page = 0
    while page * FileFooter.pageSize < body.count {
      if !check(page) {
        damages.append(
          corrupt(page * FileFooter.pageSize, "a page does not agree with its checksum"))
      }
      page += 1
    }
    return damages
  }

  /// Holds the whole body against its checksums.
  package func verify() throws(IndexError) {
    _ = try checked(0, body.count, "a page does not agree with its checksum")
  }
}
