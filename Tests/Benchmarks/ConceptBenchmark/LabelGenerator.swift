import GazetteTestSupport

/// Makes labels up from the words of texts: two to four English words, or three to eight Han.
///
/// Half of them are of each language. They begin as something in the texts does and go on as something else does, like most labels
/// of a large thesaurus in texts on one subject; or they all stand in the texts as they are, the worst case.
struct LabelGenerator {
  private let lines: [[UInt8]]
  private let isStanding: Bool
  private var generator: SeededGenerator

  init(lines: [[UInt8]], seed: UInt64, isStanding: Bool) {
    self.lines = lines
    self.isStanding = isStanding
    generator = SeededGenerator(seed: seed)
  }

  /// So many different labels, fewer when the texts do not have them.
  mutating func labels(_ count: Int) -> [String] {
    var labels: [String] = []
    var seen: Set<String> = []
    for isHan in [true, false] {
      let wanted = isHan ? count / 2 : count
      var tries = 0
      while labels.count < wanted, tries < count * 4_000 {
        tries += 1
        guard var parts = isHan ? hanLabel() : wordLabel() else { continue }
        if !isStanding {
          guard let others = isHan ? hanLabel() : wordLabel() else { continue }
          parts = parts.prefix((parts.count + 1) / 2) + others.suffix(others.count / 2 + 1)
        }
        let label = parts.joined(separator: isHan ? "" : " ")
        if seen.insert(label).inserted { labels.append(label) }
      }
    }
    return labels
  }

  private mutating func hanLabel() -> [String]? {
    let line = lines[generator.below(lines.count)]
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    guard scalars.count > 8 else { return nil }
    let start = generator.below(scalars.count - 8)
    let label = scalars[start..<start + 3 + generator.below(6)]
    guard label.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else { return nil }
    return label.map { String($0) }
  }

  private mutating func wordLabel() -> [String]? {
    let line = lines[generator.below(lines.count)]
    let words = line.split(separator: 0x20)
    guard words.count > 4 else { return nil }
    let start = generator.below(words.count - 4)
    let label = words[start..<start + 2 + generator.below(3)]
    // A label begins with a word of substance.
    guard words[start].count > 3,
      label.allSatisfy({ $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } })
    else { return nil }
    return label.map { String(decoding: $0, as: UTF8.self) }
  }
}
