internal import GazetteDocument

/// Which passages carry which warnings, by the findings within them and by what these say of the rest of the document.
struct LoweredTrust {
  /// From here on all is of lower trust.
  private let start: Int
  private let text: DamageText

  init(_ findings: [DamageFinding], of document: PolicyDocument) {
    text = DamageText(utf8: document.text.utf8, format: document.format)
    let spun = findings.filter { $0.rule == DamageRule.spunWord.name }
    let confetti = findings.count { $0.rule == DamageRule.confetti.name }
    let isSpun =
      spun.count > 1 || spun.contains { $0.range.count > 6 }
      || confetti * 100 > document.text.utf8.count / 3
    let filler = findings.first { $0.reach == .rest }?.range.upperBound ?? Int.max
    start = isSpun ? 0 : filler
  }

  /// Marks the passages; what a whole passage carries no entry of its own repeats.
  func mark(_ document: inout PolicyDocument, _ findings: inout [DamageFinding]) {
    var next = 0
    for index in document.passages.indices {
      let range = document.passages[index].span.bytes
      var flags = document.passages[index].flags
      // What a copy says of itself is as true as it was.
      let isLow = range.lowerBound >= start && !DamagePassages.isNote(range, text)
      if isLow { flags.insert(.lowTrust) }
      while next < findings.count, findings[next].range.upperBound <= range.lowerBound { next += 1 }
      var place = next
      while place < findings.count, findings[place].range.lowerBound < range.upperBound {
        if let flag = findings[place].flag {
          flags.insert(flag)
          if isLow, flag == .lowTrust, findings[place].range.upperBound <= range.upperBound {
            findings[place].flag = nil
          }
        }
        place += 1
      }
      if flags != document.passages[index].flags { document.passages[index].flags = flags }
    }
  }
}
