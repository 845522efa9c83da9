import CGazetteData

/// Words that tell whom or what a measure holds for.
struct ScopeWords {
  /// A word with what it tells.
  struct Entry {
    let text: String
    let reach: MeasureScope.Reach

    /// Whether it stands in a folded text: a word of letters only as a whole word.
    func stands(in folded: String) -> Bool {
      let (text, word) = (Array(folded.utf8), Array(text.utf8))
      guard !word.isEmpty, word.count <= text.count else { return false }
      let isLatin = word[0] < 0x80
      for start in 0...text.count - word.count
      where text[start] == word[0] && text[start..<start + word.count].elementsEqual(word) {
        let end = start + word.count
        if !isLatin { return true }
        let isOpen = start == 0 || !(text[start - 1] | 0x20).isLowercaseLetter
        let isClosed = end == text.count || !(text[end] | 0x20).isLowercaseLetter
        if isOpen, isClosed { return true }
      }
      return false
    }
  }

  let entries: [Entry]

  /// The table that was compiled into the program, read once.
  static let standard: ScopeWords = {
    let table = gazette_table_scopes()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    return ScopeWords(text)
  }()

  private init(_ table: String) {
    var entries: [Entry] = []
    var reach = MeasureScope.Reach.plain
    for line in table.split(separator: "\n") where line.first != "#" {
      switch line {
      case "[all]": reach = .all
      case "[qualified]": reach = .qualified
      case "[trial]": reach = .trial
      default: entries.append(Entry(text: String(line), reach: reach))
      }
    }
    self.entries = entries
  }
}

extension UInt8 {
  fileprivate var isLowercaseLetter: Bool { self &- 0x61 < 26 }
}
