/// The formulas that are proposed so far, to tell whether another is but a part or a longer form of one.
struct KeptFormulas {
  private var whole: Set<String> = []
  /// All runs of characters or words within them.
  private var parts: Set<String> = []

  mutating func insert(_ key: String) {
    whole.insert(key)
    let units = Self.units(of: key)
    for start in units.indices {
      for end in start + 1...units.count { parts.insert(Self.joined(units[start..<end])) }
    }
  }

  /// Whether a formula lies within one that is there, or begins with one.
  func covers(_ key: String) -> Bool {
    if parts.contains(key) { return true }
    let units = Self.units(of: key)
    return units.indices.contains { whole.contains(Self.joined(units[...$0])) }
  }

  /// The words of an English formula, the characters of a Chinese one.
  private static func units(of key: String) -> [String] {
    key.contains(" ")
      ? key.split(whereSeparator: { $0 == " " || $0 == "," }).map { $0 + " " }
      : key.unicodeScalars.map { String($0) }
  }

  private static func joined(_ units: ArraySlice<String>) -> String {
    let words = units.joined()
    return words.hasSuffix(" ") ? String(words.dropLast()) : words
  }
}
