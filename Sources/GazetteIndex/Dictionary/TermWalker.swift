/// A walk over terms of a dictionary in order.
struct TermWalker {
  /// The field's number and the bytes of the current term.
  private(set) var key: [UInt8] = []
  /// What the dictionary says of the current term.
  private(set) var info = TermInfo(documentFrequency: 0)

  private let dictionary: TermDictionary
  private let prefix: [UInt8]
  /// Whether the walk is over marks, not over terms.
  private let findsMarks: Bool
  private var block: Int
  private var reader: ByteReader
  private var offset = 0
  private var left = 0
  private var postingsStart = 0
  private var isFirst = false

  /// Starts before the first term of a block, or before the first from there on that begins with a prefix.
  init(
    _ dictionary: TermDictionary, block: Int, prefix: [UInt8] = [], findsMarks: Bool = false
  ) throws(IndexError) {
    self.dictionary = dictionary
    self.findsMarks = findsMarks
    self.prefix = prefix
    self.block = block
    reader = ByteReader(dictionary.file.body)
    if block < dictionary.blockCount { try open() }
  }

  private mutating func open() throws(IndexError) {
    let (bytes, offset, count) = try dictionary.block(block)
    reader = ByteReader(bytes)
    self.offset = offset
    left = count
    postingsStart = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
    isFirst = true
  }

  /// The field of the current term.
  var field: FieldID { FieldID(rawValue: key.first ?? 0) }

  /// The order of the current term and a key: below 0, 0 or above 0.
  func compare(to other: [UInt8]) -> Int { Self.order(key, other) }

  /// The order of two keys byte by byte: below 0, 0 or above 0.
  static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let common = min(left.count, right.count)
    for at in 0..<common where left[at] != right[at] {
      return left[at] < right[at] ? -1 : 1
    }
    return left.count - right.count
  }

  /// Goes to the next term; false at the end.
  mutating func next(withinBlock: Bool = false) throws(IndexError) -> Bool {
    while true {
      if left == 0 {
        if withinBlock || block + 1 >= dictionary.blockCount { return false }
        block += 1
        try open()
      }
      try step()
      if prefix.isEmpty { return true }
      if key.starts(with: prefix) {
        // Marks are kept beside the terms of a text field and are none of them.
        if !findsMarks, dictionary.isMark(key) { continue }
        return true
      }
      if compare(to: prefix) > 0 {
        left = 0
        block = dictionary.blockCount
        return false
      }
    }
  }

  /// Goes on to the first term at or after a key, past whole blocks where it lies farther; false at the end.
  ///
  /// A walk that stands there or beyond already stays.
  mutating func seek(to target: [UInt8]) throws(IndexError) -> Bool {
    if !key.isEmpty, compare(to: target) >= 0 { return true }
    if block + 1 < dictionary.blockCount {
      let following = try dictionary.firstKey(of: block + 1)
      let order = unsafe target.withUnsafeBufferPointer { unsafe following.compare(to: $0) }
      if order <= 0, let far = try dictionary.blockIndex(for: target), far > block {
        block = far
        try open()
      }
    }
    while try next() {
      if compare(to: target) >= 0 { return true }
    }
    return false
  }

  private mutating func step() throws(IndexError) {
    if isFirst {
      key = try dictionary.firstKey(of: block).array
      isFirst = false
    } else {
      let shared = Int(reader.varint32())
      let suffix = reader.bytes(reader.length())
      guard shared <= key.count else {
        throw dictionary.file.corrupt(offset + reader.offset, "a term shares more than there is")
      }
      key.removeSubrange(shared...)
      unsafe key.append(contentsOf: suffix.buffer)
    }
    guard let field = key.first, Int(field) < dictionary.hasPositions.count else {
      throw dictionary.file.corrupt(offset + reader.offset, "a term is of no field")
    }
    info = TermInfo(
      from: &reader, postingsStart: postingsStart,
      hasPositions: dictionary.hasPositions[Int(field)])
    guard !reader.hasFailed, info.documentFrequency > 0 else {
      throw dictionary.file.corrupt(offset + reader.offset, "a term has no place")
    }
    postingsStart += info.postingsLength + info.positionsLength
    left -= 1
  }
}
