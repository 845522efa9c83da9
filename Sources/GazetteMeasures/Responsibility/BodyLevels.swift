private import CGazetteData
private import GazetteAnalysis

/// Tells the levels of bodies by the words in their names.
public struct BodyLevels: Sendable {
  /// Folded words with their level; `nil` for words that only look like one of a level (市场, `market town`).
  private var words: [[UInt8]: AdministrativeLevel?] = [:]
  private var longest = 1

  /// The table that was compiled into the program, read once.
  public static let standard = BodyLevels()

  private init() {
    let table = gazette_table_body_levels()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var level: AdministrativeLevel?
    for line in text.split(separator: "\n") where line.first != "#" {
      if line.first == "[" {
        level = AdministrativeLevel(rawValue: String(line.dropFirst().dropLast()))
        continue
      }
      for word in line.split(separator: ",") {
        let key = TextFolding.fold(Array(word.drop { $0 == " " }.utf8)).utf8
        words[key] = .some(level)
        longest = max(longest, key.count)
      }
    }
  }

  /// The levels that a body's name tells, highest first; `.department` or `.other` where no word tells any.
  ///
  /// - Parameter name: The name as printed.
  /// - Returns: At least one level: 省市县 has three.
  public func levels(of name: String) -> [AdministrativeLevel] {
    let text = TextFolding.fold(Array(name.utf8)).utf8
    var found: Set<AdministrativeLevel> = []
    var at = 0
    while at < text.count {
      let (length, level) = longestWord(in: text, at: at)
      if let level { found.insert(level) }
      at += max(1, length)
    }
    let places = AdministrativeLevel.allCases.filter {
      found.contains($0) && $0 != .department && $0 != .other
    }
    if !places.isEmpty { return places }
    return [found.contains(.department) ? .department : .other]
  }

  private func longestWord(in text: [UInt8], at start: Int) -> (Int, AdministrativeLevel?) {
    let isLatin = text[start] < 0x80
    // A word of letters counts as a whole word alone.
    if isLatin, start > 0, text[start - 1] &- 0x61 < 26 { return (1, nil) }
    for length in stride(from: min(longest, text.count - start), to: 0, by: -1) {
      let end = start + length
      if isLatin, end < text.count, text[end] &- 0x61 < 26 { continue }
      if let level = words[Array(text[start..<end])] { return (length, level) }
    }
    return (1, nil)
  }
}
