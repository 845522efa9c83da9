/// The groups of a segment: their keys, their entries and where their stored bytes lie.
///
/// Layout for *n* groups: the first entry of each and the number of entries (32 bits each, n + 1 of them); where the stored
/// bytes of each end, packed as `StoredFormat` says (64 bits, n); where the key of each ends (32 bits, n); the groups in the order of their keys, those
/// with one key in their own order (32 bits, n); the bytes of the keys.
struct GroupTable: Sendable {
  private let file: CheckedFile
  /// How many groups there are, deleted ones included.
  let count: Int
  private let entryCount: Int
  private let stored: Range<Int>
  private let firstEntries: Int
  private let storedEnds: Int
  private let keyEnds: Int
  private let order: Int
  private let keys: Range<Int>

  /// Places a table over parts of a file; `nil` when they do not fit the number of groups.
  init?(file: CheckedFile, count: Int, entryCount: Int, table: Range<Int>, stored: Range<Int>) {
    guard count >= 0, count <= table.count / 20, table.count >= 4 + count * 20 else { return nil }
    self.file = file
    self.count = count
    self.entryCount = entryCount
    self.stored = stored
    firstEntries = table.lowerBound
    storedEnds = firstEntries + 4 * (count + 1)
    keyEnds = storedEnds + 8 * count
    order = keyEnds + 4 * count
    keys = (order + 4 * count)..<table.upperBound
  }

  private func word(_ array: Int, _ index: Int) throws(IndexError) -> Int {
    let view = try file.checked(array + index * 4, 4, "the table of groups")
    return Int(view.load(0, as: UInt32.self))
  }

  /// The entries of a group.
  func entries(of group: Int) throws(IndexError) -> Range<Int> {
    let first = try word(firstEntries, group)
    let end = try word(firstEntries, group + 1)
    guard first <= end, end <= entryCount else {
      throw file.corrupt(firstEntries + group * 4, "a group's entries have no place")
    }
    return first..<end
  }

  /// The group that holds an entry.
  func group(of entry: Int) throws(IndexError) -> Int {
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

  /// The bytes of a group's key.
  func key(of group: Int) throws(IndexError) -> ByteView {
    let start = group == 0 ? 0 : try word(keyEnds, group - 1)
    let end = try word(keyEnds, group)
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

  /// What is stored for a group; nothing is decompressed yet.
  func stored(of group: Int) throws(IndexError) -> StoredBytes {
    try StoredBytes(packed(of: group), in: file, at: place(of: group).lowerBound)
  }

  private func place(of group: Int) throws(IndexError) -> Range<Int> {
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
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let candidate = try self.key(of: groupInOrder(middle))
      let comparison = unsafe key.withUnsafeBufferPointer { unsafe candidate.compare(to: $0) }
      if comparison <= 0 { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let group = try groupInOrder(low - 1)
    let found = try self.key(of: group)
    return unsafe key.withUnsafeBufferPointer { unsafe found.compare(to: $0) } == 0 ? group : nil
  }

  private func groupInOrder(_ place: Int) throws(IndexError) -> Int {
    let group = try word(order, place)
    guard group < count else {
      throw file.corrupt(order + place * 4, "the order of the groups names one that is missing")
    }
    return group
  }
}
