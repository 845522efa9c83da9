internal import GazetteDocument

/// The words that a paper gives for its own subject: 民政　社团　方案　通知; `housing, water`.
enum Keywords {
  /// The words of a line, in their order and each once.
  ///
  /// Commas and semicolons part them; where there are none, white space does.
  static func list(of line: String) -> [String] {
    let signs: Set<Unicode.Scalar> = [",", "，", "、", ";", "；", "|", "｜", "\n"]
    let hasSigns = line.unicodeScalars.contains { signs.contains($0) }
    var words: [String] = []
    for part in line.unicodeScalars.split(whereSeparator: {
      signs.contains($0) || !hasSigns && $0.properties.isWhitespace
    }) {
      // △ marks a word that the list of subject words lacks.
      let word = String(part.filter { $0 != "△" })
      let solid = Array(word.utf8)
      let range = solid.span.trimmed(0..<solid.count)
      let trimmed = solid.span.string(in: range)
      if !trimmed.isEmpty, !words.contains(trimmed) { words.append(trimmed) }
    }
    return words
  }
}
