internal import GazetteDocument

// Characters that spinning programs put for others.
extension DamageRule {
  /// 壹 for 一 outside money: 第壹书记, 壹起抓.
  static let spunNumeral = DamageRule(
    name: "spun-numeral",
    detector: .windows([hanWords]) { text, place in
      guard text.triple(place) == 0xE5A3B9 else { return nil }
      let (before, behind) = (text.triple(place - 3), text.triple(place + 3))
      guard !isMoney(before), !isMoney(behind),
        text.isHan(before: place) || text.isHan(at: place + 3)
      else { return nil }
      // 壹基金 and the like are names.
      if text.holds("基金".utf8, at: place + 3) || text.holds("号".utf8, at: place + 3) {
        return nil
      }
      return .mended(place..<place + 3, "一", 0.9)
    })

  /// Whether a character is a numeral of cheques or a unit of money: 贰叁肆伍陆柒捌玖零拾佰仟万亿元圆角整.
  private static func isMoney(_ character: UInt32) -> Bool {
    switch character {
    case 0xE8B4B0, 0xE58F81, 0xE88286, 0xE4BC8D, 0xE99986, 0xE69F92, 0xE68D8C, 0xE78E96, 0xE99BB6,
      0xE68BBE, 0xE4BDB0, 0xE4BB9F, 0xE4B887, 0xE4BABF, 0xE58583, 0xE59C86, 0xE8A792, 0xE695B4:
      true
    default: false
    }
  }

  /// 年夜范围 for 大范围, 生齿 for 人口: the text was rewritten by a program.
  static let spunWord = DamageRule(
    name: "spun-word",
    detector: .windows([hanWords]) { text, place in
      // 夜 念 齿
      guard [0xE5A49C, 0xE5BFB5, 0xE9BDBF].contains(text.triple(place)) else { return nil }
      for spun in DamageTables.shared.spunWords {
        guard
          let found = spun.word.indices.first(where: {
            $0 % 3 == 0 && text.holds(spun.word, at: place - $0)
          })
        else { continue }
        let range = place - found..<place - found + spun.word.count
        guard !spun.before.contains(where: { text.holds($0, before: range.lowerBound) }),
          !spun.after.contains(where: { text.holds($0, at: range.upperBound) })
        else { return nil }
        // Another character of the same word may have found it already.
        guard isFirstSign(text, place, in: range) else { return nil }
        return .kept(range, .lowTrust, 0.7, reach: .sign)
      }
      return nil
    })

  /// Whether a place is the first of a word that opens the gate.
  private static func isFirstSign(_ text: DamageText, _ place: Int, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < place {
      if [0xE5A49C, 0xE5BFB5, 0xE9BDBF].contains(text.triple(index)) { return false }
      index += 3
    }
    return true
  }
}
