internal import GazetteDocument

// Weaker signs, which are believed in a text that shows stronger ones.
extension DamageRule {
  /// `tackling poverty and tackling poverty`, `a household a household`.
  static let repeatedPhrase = DamageRule(
    name: "repeated-words",
    detector: .words { text, words, findings in
      var index = 0
      while index < words.count {
        if let end = repeatEnd(text, words, from: index) {
          findings.append(
            .kept(words[index].range.lowerBound..<words[end].range.upperBound, .lowTrust, 0.6))
          index = end + 1
        } else {
          index += 1
        }
      }
    })

  /// `Party Central Committees decision-making`: a plural that was a genitive.
  static let lostGenitive = DamageRule(
    name: "lost-apostrophe",
    detector: .words { text, words, findings in
      for (word, next) in zip(words, words.dropFirst()) {
        guard text[word.range.upperBound - 1] == 0x73,
          next.range.lowerBound == word.range.upperBound + 1,
          DamageTables.shared.plurals.contains(text.string(word.range)),
          DamageTables.shared.nouns.contains(text.lowered(next.range))
        else { continue }
        findings.append(.kept(word.range, nil, 0.7))
      }
    })

  /// The last word of a phrase that stands twice, when one begins with a word.
  private static func repeatEnd(
    _ text: DamageText, _ words: [DamageWord], from start: Int
  ) -> Int? {
    let hash = words[start].hash
    var distance = min(6, words.count - start)
    while distance > 1 {
      distance -= 1
      guard words[start + distance].hash == hash else { continue }
      for gap in [0, 1] where distance > gap && distance - gap < 5 {
        let length = distance - gap
        let last = start + distance + length - 1
        guard last < words.count else { continue }
        let run = words[start].range.lowerBound..<words[last].range.upperBound
        guard isSame(text, words, start, start + distance, length), isRun(text, run),
          gap == 0 || isLink(text, words[start + length].range),
          isHeavy(text, words, start, length)
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
  private static func isEnd(_ text: DamageText, _ words: [DamageWord], behind last: Int) -> Bool {
    guard text[words[last].range.upperBound] == 0x20, last + 1 < words.count else { return true }
    return DamageTables.shared.linkWords.contains(text.lowered(words[last + 1].range))
  }

  private static func isLink(_ text: DamageText, _ word: Range<Int>) -> Bool {
    ["and", "of", "or", "the", "in", "to"].contains(text.lowered(word))
  }

  private static func isSame(
    _ text: DamageText, _ words: [DamageWord], _ first: Int, _ second: Int, _ length: Int
  ) -> Bool {
    for offset in 0..<length {
      let (one, other) = (words[first + offset], words[second + offset])
      guard one.hash == other.hash, one.range.count == other.range.count,
        text.utf8[one.range].elementsEqual(text.utf8[other.range])
      else { return false }
    }
    return true
  }

  /// Whether a phrase says enough that nobody repeats it: a single word must be long and is not one of those doubled.
  private static func isHeavy(
    _ text: DamageText, _ words: [DamageWord], _ start: Int, _ length: Int
  ) -> Bool {
    let first = words[start].range
    if length == 1 {
      // The County County Health Bureau.
      if text[first.lowerBound].isUppercase {
        return text[first.upperBound] == 0x20
          && DamageTables.shared.bodyNouns.contains(text.lowered(first))
      }
      return first.count > 1 && text[first.lowerBound].isLowercase
        && !DamageTables.shared.repeats.contains(text.lowered(first))
    }
    // `import and export credit and export credit insurance` only looks so.
    if ["and", "or"].contains(text.lowered(first)) { return false }
    // Names may stand twice: New York, New York.
    return words[start..<start + length].contains {
      $0.range.count > 3 && text[$0.range.lowerBound].isLowercase
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
