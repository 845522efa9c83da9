import CGazetteData

/// The words of a pack that stand around those of the sources, in both languages: `study.txt`.
struct StudyWords: Sendable {
  /// Whether the words are Chinese.
  let isChinese: Bool

  /// The table that was compiled into the program, read once.
  private static let table: [String: (english: String, chinese: String)] = {
    let table = gazette_table_study()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var rows: [String: (english: String, chinese: String)] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 3 { rows[cells[0]] = (cells[1], cells[2]) }
    }
    return rows
  }()

  /// The words of a key with values in place of `{0}`, `{1}`.
  ///
  /// What the table lacks stands there as its key, so that a test sees it.
  func callAsFunction(_ key: String, _ values: String...) -> String {
    guard let row = StudyWords.table[key] else { return key }
    var rest = Substring(isChinese ? row.chinese : row.english)
    var words = ""
    // One walk, so that braces in a value stay as they are.
    while let open = rest.firstIndex(of: "{") {
      words += rest[..<open]
      let behind = rest[rest.index(after: open)...]
      if let close = behind.firstIndex(of: "}"), let place = Int(behind[..<close]),
        values.indices.contains(place)
      {
        words += values[place]
        rest = behind[behind.index(after: close)...]
      } else {
        words += "{"
        rest = behind
      }
    }
    return words + rest
  }

  /// The keys of the table.
  static var keys: Set<String> { Set(table.keys) }
}
