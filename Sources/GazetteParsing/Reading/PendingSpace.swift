internal import GazetteDocument

/// White space that was met in a file and is written only when words follow it: a run of it becomes one sign.
enum PendingSpace: UInt8, Comparable {
  case none, blank, line, ideographic

  /// The weightier of two kinds in one run is the one that is written.
  static func < (left: PendingSpace, right: PendingSpace) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension ExtractedText {
  /// Writes the white space that stands in front of a word.
  ///
  /// - Parameters:
  ///   - space: What was met; it is used up.
  ///   - next: The first byte of the word.
  ///   - start: Where the block began, before which nothing is looked at.
  mutating func write(_ space: inout PendingSpace, before next: UInt8, blockStart start: Int) {
    defer { space = .none }
    guard space != .none, utf8.count > start, let last = utf8.last, last != 0x09 else { return }
    switch space {
    case .ideographic: utf8.append(contentsOf: [0xE3, 0x80, 0x80])
    case .line where last >= 0x80 && next >= 0xE3 && endsWithHan(from: start):
      // A line break in the middle of Chinese text is no space (CSS Text 4, segment breaks).
      break
    default: utf8.append(0x20)
    }
  }

  private func endsWithHan(from start: Int) -> Bool {
    guard utf8.count - 3 >= start else { return false }
    return utf8[utf8.count - 3] >= 0xE3 && utf8[utf8.count - 3] <= 0xEF
  }
}
