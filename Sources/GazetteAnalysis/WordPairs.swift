/// Walks over the neighbours among the words of a text, folded, as hashes.
///
/// It must not outlive the bytes that it was made with.
@safe
struct WordPairs {
  private var cursor: FoldingCursor
  /// A scalar that ended a word and begins the next.
  private var kept: FoldedScalar?
  private var before: UInt64 = 0
  private var isFirst = true
  private var whole: UInt64 = offset
  private var decisive: UInt64 = offset
  private var wordCount = 0

  /// The start and the factor of FNV-1a (Fowler, Noll and Vo 1991).
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let factor: UInt64 = 0x100_0000_01B3

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    cursor = unsafe FoldingCursor(bytes, table: .standard)
  }

  /// The next pair, or `nil` at the end; a text of one word is a pair of itself.
  mutating func next() -> UInt64? {
    while let word = nextWord() {
      defer { before = word }
      if !isFirst { return Self.mixed(before &* 0x9E37_79B9_7F4A_7C15 ^ word) }
      isFirst = false
    }
    guard wordCount == 1 else { return nil }
    wordCount += 1
    return Self.mixed(before)
  }

  /// The hash of all words, and that of the decisive ones.
  func finish() -> (whole: UInt64, decisive: UInt64) { (whole, decisive) }

  private mutating func nextWord() -> UInt64? {
    var hash = Self.offset
    var length = 0
    var isNumber = true
    while let scalar = kept ?? cursor.next() {
      kept = nil
      switch scalar.scalarClass {
      case .han:
        guard length == 0 else {
          kept = scalar
          return end(hash, length, isNumber)
        }
        return end(
          Self.added(scalar.value, to: Self.offset), 1, Self.isDecisive(han: scalar.value))
      case .letter, .digit:
        isNumber = isNumber && scalar.scalarClass == .digit
        hash = Self.added(scalar.value, to: hash)
        length += 1
      default:
        if length > 0 { return end(hash, length, isNumber) }
      }
    }
    return length > 0 ? end(hash, length, isNumber) : nil
  }

  private mutating func end(_ hash: UInt64, _ length: Int, _ isNumber: Bool) -> UInt64 {
    wordCount += 1
    whole = (whole ^ hash) &* Self.factor
    if isNumber || (2...7).contains(length) && Self.decisiveWords.contains(hash) {
      decisive = (decisive ^ hash) &* Self.factor
    }
    return hash
  }

  @inline(__always)
  private static func added(_ value: UInt32, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(value)) &* factor
  }

  /// Spreads what differs over all bits (the last step of MurmurHash3, Appleby 2008).
  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }

  /// Han digits and their multiples, and what denies: 一 to 九, 零, 两, 十百千万亿, 不未非无勿否.
  private static func isDecisive(han value: UInt32) -> Bool {
    switch value {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x96F6, 0x4E24,
      0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E0D, 0x672A, 0x975E, 0x65E0, 0x52FF, 0x5426:
      true
    default: false
    }
  }

  /// English words that deny, limit or bind.
  private static let decisiveWords: Set<UInt64> = Set(
    ["no", "not", "nor", "never", "without", "unless", "except", "shall", "must", "may", "should"]
      .map { word in
        word.unicodeScalars.reduce(offset) { added($1.value, to: $0) }
      })
}
