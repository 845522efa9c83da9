internal import GazetteDocument

// How texts end.
extension DamageRule {
  /// A text that ends within a sentence.
  static let cutText = DamageRule(
    name: "cut-text",
    detector: .passages { text, passages, findings in
      guard text.isPlain || text.isMarkdown, let (last, sentence) = passages.lastWords(text) else {
        return
      }
      let end = last.upperBound
      let sign = text.triple(end - 3)
      let isOpen =
        text[end - 1].isLetter || text[end - 1] == 0x2C || text.isHan(before: end)
        || sign == 0xEFBC8C || sign == 0xE38081
      guard isOpen, last.count > 60 else { return }
      // No sentence ends with `for`, and a paragraph of sentences not without a stop.
      if sentence.count > 12, sentence.lowerBound > last.lowerBound || sentence.count > 90,
        breaksWithin(text, sentence),
        passages.endsSentences(text, but: last) || passages.all.count < 4
      {
        findings.append(.kept(sentence, .cut, 0.7))
        return
      }
      let minimum = text.isHan(before: end) ? 90 : 80
      guard last.count > minimum, sentence.count > minimum, passages.all.count > 2,
        passages.endsSentences(text, but: last)
      else { return }
      findings.append(.kept(sentence, .cut, 0.6))
    })

  /// Whether the last word of a sentence asks for another one.
  private static func breaksWithin(_ text: DamageText, _ sentence: Range<Int>) -> Bool {
    let end = sentence.upperBound
    if text.isHan(before: end) {
      // 在 的 和 与 及 为 把 被 并 由 将 从 向 使
      return [
        0xE59CA8, 0xE79A84, 0xE5928C, 0xE4B88E, 0xE58F8A, 0xE4B8BA, 0xE68A8A, 0xE8A2AB, 0xE5B9B6,
        0xE794B1, 0xE5B086, 0xE4BB8E, 0xE59091, 0xE4BDBF,
      ].contains(text.triple(end - 3))
    }
    return DamageTables.shared.linkWords.contains(text.lowered(text.word(before: end)))
  }

  /// `Xinhua - <title>` as the last line: where the copy comes from.
  static let trailingSource = DamageRule(
    name: "trailing-source",
    detector: .passages { text, passages, findings in
      guard passages.all.count > 1 else { return }
      for index in passages.all.indices.suffix(3).reversed()
      where passages.isSourceLine(index, text) {
        findings.append(.kept(passages.all[index], .boilerplate, 0.9))
        return
      }
    })
}
