internal import GazetteDocument

// Weaker signs, which are believed in a text that shows stronger ones.
extension DamageRule {
  /// `tackling poverty and tackling poverty`, `a household a household`.
  static let repeatedPhrase = DamageRule(
    name: "repeated-words",
    detector: .words { text, range, findings in
      let words = words(text, range)
      var index = 0
      while index < words.count {
        if let end = repeatEnd(text, words, from: index) {
          findings.append(
            .kept(words[index].lowerBound..<words[end].upperBound, .lowTrust, 0.6))
          index = end + 1
        } else {
          index += 1
        }
      }
    })

  /// `Party Central Committees decision-making`: a plural that was a genitive.
  static let lostGenitive = DamageRule(
    name: "lost-apostrophe",
    detector: .words { text, range, findings in
      let words = words(text, range)
      for (word, next) in zip(words, words.dropFirst()) {
        guard DamageTables.shared.plurals.contains(text.string(word)),
          DamageTables.shared.nouns.contains(text.lowered(next)),
          next.lowerBound == word.upperBound + 1
        else { continue }
        findings.append(.kept(word, nil, 0.7))
      }
    })

  /// The words of a range, hyphens within them included.
  private static func words(_ text: DamageText, _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard text[place].isLetter else {
        place += 1
        continue
      }
      var end = place
      while end < range.upperBound, text[end].isLetter || text[end] == 0x2D { end += 1 }
      words.append(place..<end)
      place = end
    }
    return words
  }

  /// The last word of a phrase that stands twice, when one begins with a word.
  private static func repeatEnd(
    _ text: DamageText, _ words: [Range<Int>], from start: Int
  ) -> Int? {
    for length in [4, 3, 2, 1] {
      for gap in [0, 1] where start + 2 * length + gap <= words.count {
        let second = start + length + gap
        let last = second + length - 1
        let run = words[start].lowerBound..<words[last].upperBound
        guard isSame(text, words, start, second, length), isRun(text, run),
          gap == 0 || isLink(text, words[second - 1]), isHeavy(text, words, start, length)
        else { continue }
        // `export credit and export credit insurance` names two things.
        let isParted = gap > 0 || text.utf8[run].contains(0x2C)
        if isParted, length == 1 || !isEnd(text, words, behind: last) { continue }
        return last
      }
    }
    return nil
  }

  /// Whether the phrase that ends with a word is over: a sign follows, or a word that belongs to no name.
  private static func isEnd(_ text: DamageText, _ words: [Range<Int>], behind last: Int) -> Bool {
    guard text[words[last].upperBound] == 0x20, last + 1 < words.count else { return true }
    return DamageTables.shared.linkWords.contains(text.lowered(words[last + 1]))
  }

  private static func isLink(_ text: DamageText, _ word: Range<Int>) -> Bool {
    ["and", "of", "or", "the", "in", "to"].contains(text.lowered(word))
  }

  private static func isSame(
    _ text: DamageText, _ words: [Range<Int>], _ first: Int, _ second: Int, _ length: Int
  ) -> Bool {
    for offset in 0..<length
    where !text.holds(text.utf8[words[first + offset]], at: words[second + offset].lowerBound)
      || words[first + offset].count != words[second + offset].count
    {
      return false
    }
    return true
  }

  /// Whether a phrase says enough that nobody repeats it: a single word must be long and is not one of those doubled.
  private static func isHeavy(
    _ text: DamageText, _ words: [Range<Int>], _ start: Int, _ length: Int
  ) -> Bool {
    if length == 1 {
      let word = text.lowered(words[start])
      return words[start].count > 1 && text[words[start].lowerBound].isLowercase
        && !DamageTables.shared.repeats.contains(word)
    }
    // `import and export credit and export credit insurance` only looks so.
    if ["and", "or"].contains(text.lowered(words[start])) { return false }
    // Names may stand twice: New York, New York.
    return words[start..<start + length].contains {
      $0.count > 3 && text[$0.lowerBound].isLowercase
    }
  }

  /// Whether no stronger sign than a comma parts the words.
  private static func isRun(_ text: DamageText, _ range: Range<Int>) -> Bool {
    range.allSatisfy { place in
      let byte = text[place]
      return byte.isLetter || byte == 0x20 || byte == 0x2D || byte == 0x2C
    }
  }

  /// A filler marker that is a line of its own, without a colon.
  static let fillerLine = DamageRule(
    name: "filler-marker",
    detector: .passages { text, passages, findings in
      for range in passages.all + passages.headings where range.count <= 40 {
        guard let found = filler(text, before: range.upperBound, end: range.upperBound),
          found.range.lowerBound == range.lowerBound
        else { continue }
        findings.append(found)
      }
    })
}
