/// What the owner of an index keeps with a commit: bytes in memory, or in a manifest, from which they are read when they are
/// asked for.
///
/// The owner may keep a record of every file that it indexed; a search that needs none of them does not pay for them.
struct UserData: Sendable {
  private let kept: [UInt8]
  private let file: CheckedFile?
  private let start: Int
  /// How many bytes there are.
  let count: Int

  /// Keeps bytes in memory.
  init(_ bytes: [UInt8]) {
    kept = bytes
    file = nil
    start = 0
    count = bytes.count
  }

  /// Points to a part of the body of a file, which exists and may be damaged.
  init(in file: CheckedFile, at place: Range<Int>) {
    kept = []
    self.file = file
    start = place.lowerBound
    count = place.count
  }

  /// The first bytes, at most as many as are asked for; throws `IndexError.corrupt` when a page that holds them is damaged.
  func prefix(_ count: Int) throws(IndexError) -> [UInt8] { try bytes(in: 0..<max(0, count)) }

  /// The bytes of a range, as far as there are any; throws `IndexError.corrupt` when a page that holds them is damaged.
  func bytes(in range: Range<Int>) throws(IndexError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    guard let file else { return Array(kept[range]) }
    return try file.checked(
      start + range.lowerBound, range.count, "a page does not agree with its checksum"
    ).array
  }

  /// All bytes; throws `IndexError.corrupt` when a page that holds them is damaged.
  func bytes() throws(IndexError) -> [UInt8] { try prefix(count) }
}
