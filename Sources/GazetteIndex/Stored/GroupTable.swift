/// The groups of a segment: their keys, their entries and where their stored bytes lie.
///
/// Layout for *n* groups: 64 bits that tell which of the following arrays there are; then, unless every group is one entry
/// (bit 0), the first entry of each and the number of entries (32 bits each, n + 1 of them); unless nothing is stored
/// (bit 1), where the stored bytes of each end, packed as `StoredFormat` says (64 bits, n); unless no group has a key (bit 2), where the key of each ends
/// (n numbers of 31 bits, and in the highest bit whether there is no key), how many have one (32 bits), those in the order
/// of their keys, the ones with the same key in their own order (32 bits each), and the bytes of the keys.
struct GroupTable: Sendable {
  /// The arrays that there are.
  struct Parts: OptionSet {
    let rawValue: UInt64
    static let entries = Parts(rawValue: 1)
    static let stored = Parts(rawValue: 2)
    static let keys = Parts(rawValue: 4)
    static let all: Parts = [.entries, .stored, .keys]
  }

  private let file: CheckedFile
  private let decompressors = DecompressorPool()
  /// How many groups there are, deleted ones included.
  let count: Int
  private let parts: Parts
  private let entryCount: Int
  private let stored: Range<Int>
  private let firstEntries: Int
  private let storedEnds: Int
  private let keyEnds: Int
  private let order: Int
  private let keys: Range<Int>
  private let keyedCount: Int
  /// Set in the end of a key where there is none.
  static let noKey = 1 << 31

  /// Places a table over parts of a file; `nil` when they do not fit the number of groups.
  init?(
    file: CheckedFile, count: Int, entryCount: Int, table: Range<Int>, stored: Range<Int>
  ) throws(IndexError) {
    guard count >= 0, count <= SegmentFormat.entryLimit * 2, table.count >= 8 else { return nil }
    let flags = try file.checked(table.lowerBound, 8, "the table of groups")
    parts = Parts(rawValue: flags.load(0, as: UInt64.self))
    let sizes = (
      entries: parts.contains(.entries) ? 4 * (count + 1) : 0,
      stored: parts.contains(.stored) ? 8 * count : 0,
      keys: parts.contains(.keys) ? 4 * (count + 1) : 0
    )
    let size = 8 + sizes.entries + sizes.stored + sizes.keys
    guard parts.isSubset(of: .all), table.count >= size,
      parts.contains(.entries) || count == entryCount,
      parts.contains(.stored) || stored.isEmpty
    else { return nil }
    self.file = file
    self.count = count
    self.entryCount = entryCount
    self.stored = stored
    firstEntries = table.lowerBound + 8
    storedEnds = firstEntries + sizes.entries
    keyEnds = storedEnds + sizes.stored
    order = keyEnds + sizes.keys
    if parts.contains(.keys) {
      let view = try file.checked(order - 4, 4, "the table of groups")
      keyedCount = Int(view.load(0, as: UInt32.self))
      guard keyedCount <= count, table.count - size >= 4 * keyedCount else { return nil }
    } else {
      keyedCount = 0
    }
    keys = (order + 4 * keyedCount)..<table.upperBound
  }

  private func word(_ array: Int, _ index: Int) throws(IndexError) -> Int {
    let view = try file.checked(array + index * 4, 4, "the table of groups")
    return Int(view.load(0, as: UInt32.self))
  }

  /// The entries of a group.
  func entries(of group: Int) throws(IndexError) -> Range<Int> {
    precondition(group >= 0 && group < count)
    guard parts.contains(.entries) else { return group..<(group + 1) }
    let first = try word(firstEntries, group)
    let end = try word(firstEntries, group + 1)
    guard first <= end, end <= entryCount else {
      throw file.corrupt(firstEntries + group * 4, "a group's entries have no place")
    }
    return first..<end
  }

  /// The group that holds an entry.
  func group(of entry: Int) throws(IndexError) -> Int {
    guard parts.contains(.entries) else { return entry }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try word(firstEntries, middle) <= entry { low = middle + 1 } else { high = middle }
    }
    guard low > 0, try entries(of: low - 1).contains(entry) else {
      throw file.corrupt(firstEntries, "an entry is in no group")
    }
    return low - 1
  }

  /// The bytes of a group's key; `nil` when it has none.
  func key(of group: Int) throws(IndexError) -> ByteView? {
    guard parts.contains(.keys) else { return nil }
    let start = group == 0 ? 0 : try word(keyEnds, group - 1) & ~Self.noKey
    let end = try word(keyEnds, group)
    guard end & Self.noKey == 0 else { return nil }
    guard start <= end, end <= keys.count else {
      throw file.corrupt(keyEnds + group * 4, "a group's key has no place")
    }
    return try file.checked(keys.lowerBound + start, end - start, "a group's key")
  }

  /// What is stored for a group, packed as it lies in the file (`StoredFormat`).
  func packed(of group: Int) throws(IndexError) -> ByteView {
    let range = try place(of: group)
    return try file.checked(range.lowerBound, range.count, "a group's stored bytes")
  }

  /// What is stored for a group; nothing of it is checked or decompressed before it is asked for.
  func stored(of group: Int) throws(IndexError) -> StoredBytes {
    try StoredBytes(place(of: group), in: file, decompressors)
  }

  private func place(of group: Int) throws(IndexError) -> Range<Int> {
    guard parts.contains(.stored) else { return firstEntries..<firstEntries }
    func end(_ group: Int) throws(IndexError) -> Int {
      let view = try file.checked(storedEnds + group * 8, 8, "the table of groups")
      return Int(clamping: view.load(0, as: UInt64.self))
    }
    let start = group == 0 ? 0 : try end(group - 1)
    let end = try end(group)
    guard start <= end, end <= stored.count else {
      throw file.corrupt(storedEnds + group * 8, "a group's stored bytes have no place")
    }
    return (stored.lowerBound + start)..<(stored.lowerBound + end)
  }

  /// The last group with a key; `nil` when there is none.
  func find(_ key: [UInt8]) throws(IndexError) -> Int? {
    guard parts.contains(.keys) else { return nil }
    var low = 0
    var high = keyedCount
    while low < high {
      let middle = (low + high) / 2
      let candidate = try keyInOrder(middle).key
      let comparison = unsafe key.withUnsafeBufferPointer { unsafe candidate.compare(to: $0) }
      if comparison <= 0 { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let (group, found) = try keyInOrder(low - 1)
    return unsafe key.withUnsafeBufferPointer { unsafe found.compare(to: $0) } == 0 ? group : nil
  }

  private func keyInOrder(_ place: Int) throws(IndexError) -> (group: Int, key: ByteView) {
    let group = try word(order, place)
    guard group < count, let key = try key(of: group) else {
      throw file.corrupt(order + place * 4, "the order of the groups names one that is missing")
    }
    return (group, key)
  }
}
