internal import GazetteDocument

// Parts of a copy that are no words of the document, or of lower trust.
extension DamageRule {
  /// `扩展资料：`, `Extended information:`: what follows was added to fill a page.
  static let fillerMarker = DamageRule(
    name: "filler-marker",
    detector: .windows([
      .init(4, [0xEF...0xEF], [0xBC...0xBC], [0x9A...0x9A]),
      .init(23, [0x3A...0x3A], [0x20...0x20, 0x0A...0x0A, 0x0D...0x0D, 0xE4...0xE9], [0...255]),
    ]) { text, place in
      guard text[place] == 0x3A || text.triple(place) == 0xEFBC9A else { return nil }
      return filler(text, before: place, end: place + (text[place] == 0x3A ? 1 : 3))
    })

  /// A marker that ends at a place, with the sign behind it.
  static func filler(_ text: DamageText, before place: Int, end: Int) -> DamageFinding? {
    guard let words = DamageTables.shared.fillers.phrase(text, before: place) else { return nil }
    let start = place - words.count
    let isHan = words[0] >= 0x80
    guard isHan ? !text.isHan(before: start) : !text[start - 1].isLetter else { return nil }
    let isWeak = DamageTables.shared.weakFillers.contains(words)
    var found = DamageFinding.kept(start..<end, .lowTrust, isWeak ? 0.4 : 0.9, reach: .rest)
    found.isEvidence = !isWeak
    return found
  }

  /// The same line twice at the top.
  static let doubleTitle = DamageRule(
    name: "double-title",
    detector: .passages { text, passages, findings in
      let lines = text.firstLines(2)
      guard lines.count == 2, lines[0].count > 8,
        text.utf8[lines[0]].elementsEqual(text.utf8[lines[1]])
      else { return }
      findings.append(.kept(lines[1], .boilerplate, 0.95))
    })

  /// `Xinhua - <title>` as the last line: where the copy comes from.
  static let trailingSource = DamageRule(
    name: "trailing-source",
    detector: .passages { text, passages, findings in
      guard passages.all.count > 1, let last = passages.all.last,
        passages.isSourceLine(passages.all.count - 1, text)
      else { return }
      findings.append(.kept(last, .boilerplate, 0.9))
    })

  /// A first line of spam that a hijacked page puts over the title.
  static let advertisement = DamageRule(
    name: "advertisement",
    detector: .passages { text, passages, findings in
      let top = text.isPlain ? text.firstLines(3) : Array(passages.all.prefix(3))
      for range in top {
        guard range.count < 400 else { continue }
        // Such lines string their words together, which titles rarely do: few lines are read further.
        let bars = text.utf8[range].count { [0x7C, 0x5F, 0x2D, 0x2C].contains($0) }
        guard bars > 0 else { continue }
        let words = Set(range.compactMap { DamageTables.shared.adverts.phrase(text, at: $0) })
          .count
        guard words > 1 || words > 0 && bars > 1 else { continue }
        findings.append(.kept(range, .boilerplate, 0.8))
      }
    })

  /// Lines of page furniture that lie in a passage.
  static let navigation = DamageRule(
    name: "navigation",
    detector: .passages { text, passages, findings in
      guard text.isPlain || text.isMarkdown else { return }
      for range in passages.all where range.count <= 180 {
        let first = text[range.lowerBound]
        guard first >= 0xE4 && first <= 0xE9 || first.isUppercase else { continue }
        guard let words = DamageTables.shared.navigation.phrase(text, at: range.lowerBound) else {
          continue
        }
        let end = range.lowerBound + words.count
        guard
          end == range.upperBound || [0x3A, 0x20, 0x7C].contains(text[end])
            || text.triple(end) == 0xEFBC9A
        else { continue }
        findings.append(.kept(range, .boilerplate, 0.9).weak)
      }
    })
}
