internal import GazetteDocument

private let small: [ClosedRange<UInt8>] = [0x61...0x7A]

// Words that machines write wrong.
extension DamageRule {
  /// `Chinas plan`, `the partys mission`: a genitive without its sign; nothing is rewritten.
  static let lostApostrophe = DamageRule(
    name: "lost-apostrophe",
    detector: .windows([
      .init(17, small, [0x79...0x79], [0x73...0x73]),
      .init(
        19, [0x6E...0x6E, 0x70...0x70], [0x61...0x61, 0x6F...0x6F], [0x73...0x73, 0x76...0x76]),
    ]) { text, place in
      guard text[place + 2] == 0x73, text[place + 3] == 0x20, text[place + 4].isLowercase else {
        return nil
      }
      let word = text.word(before: place + 3)
      guard text[word.lowerBound - 1] == 0x20 || text[word.lowerBound - 1] == 0x0A else {
        return nil
      }
      let name = text.lowered(word.lowerBound..<word.upperBound - 1)
      if text[place + 1] == 0x61 {
        guard DamageTables.shared.genitives.contains(name), text[word.lowerBound].isUppercase
        else { return nil }
      } else {
        // The plural of such a word ends with -ies, but for names.
        guard text[place + 1] == 0x79, !isVowel(text[place]), text[word.lowerBound].isLowercase,
          word.count > 4
        else { return nil }
      }
      return .kept(word, nil, 0.85)
    })

  private static func isVowel(_ byte: UInt8) -> Bool {
    [0x61, 0x65, 0x69, 0x6F, 0x75].contains(byte | 0x20)
  }

  /// `to realize poverty`, `counties all hat`, 实现贫困: the opposite of what was meant.
  static let invertedMeaning = DamageRule(
    name: "inverted-meaning",
    detector: .windows([
      .init(
        19, [0x6E...0x6E, 0x70...0x70], [0x61...0x61, 0x6F...0x6F], [0x73...0x73, 0x76...0x76]),
      .init(20, [0x68...0x68], [0x61...0x61], [0x74...0x74]), hanWords,
    ]) { text, place in
      switch text[place] {
      case 0x70: return invertedPoverty(text, place)
      case 0x68:
        guard text[place - 1] == 0x20, !text[place + 3].isLetter else { return nil }
        for phrase in DamageTables.shared.inversions {
          let isMarked = phrase.last.map { !$0.isLetter } ?? false
          let start = place + 3 + (isMarked ? 1 : 0) - phrase.count
          guard text.holdsFolded(phrase, at: start), !text[start - 1].isLetter else { continue }
          return .kept(start..<place + 3, .inverted, 0.8)
        }
        return nil
      default:
        return text.triple(place) == 0xE59BB0 ? invertedHan(text, place) : nil
      }
    })

  private static func invertedPoverty(_ text: DamageText, _ place: Int) -> DamageFinding? {
    guard text.holds("poverty".utf8, at: place), text[place - 1] == 0x20 else { return nil }
    let end = place + 7
    var verb = text.word(before: place - 1)
    if ["the", "absolute"].contains(text.lowered(verb)) {
      verb = text.word(before: verb.lowerBound - 1)
    }
    let next = text[end] == 0x20 ? end + 1 : end
    let isCompound = DamageTables.shared.povertyNouns.contains { text.holds($0, at: next) }
    if !isCompound {
      guard DamageTables.shared.gainVerbs.contains(text.lowered(verb)), !text[end].isLetter else {
        return nil
      }
      return .kept(verb.lowerBound..<end, .inverted, 0.85)
    }
    // To get rid of poverty alleviation: the fight is not what is to end.
    guard
      ["alleviat", "reduc", "relie", "erad", "elimin"].contains(where: {
        text.holds($0.utf8, at: next)
      })
    else { return nil }
    for loss in DamageTables.shared.lossVerbs where text.holdsFolded(loss, before: place - 1) {
      let start = place - 1 - loss.count
      guard !text[start - 1].isLetter else { continue }
      // `out of poverty reduction funds` is money.
      let noun = text.word(at: next)
      guard !text[noun.upperBound + 1].isLetter || text[noun.upperBound] != 0x20 else { continue }
      return .kept(start..<noun.upperBound, .inverted, 0.7)
    }
    return nil
  }

  /// 不得不准, 严禁不得: what is forbidden twice would be allowed.
  static let doubledDenial = DamageRule(
    name: "inverted-meaning",
    detector: .windows([
      .init(
        20, [0xE7, 0xE5].map { $0...$0 }, [0xA6, 0x87].map { $0...$0 },
        [0x81, 0x86].map { $0...$0 })
    ]) { text, place in
      switch text.triple(place) {
      case 0xE7A681:  // 禁
        guard text.holds("严".utf8, before: place) || text.holds("止".utf8, at: place + 3)
        else { return nil }
        let isHard = text.holds("严".utf8, before: place)
        let end = text.holds("止".utf8, at: place + 3) ? place + 6 : place + 3
        for denial in ["不得", "不准", "不许", "不能"] where text.holds(denial.utf8, at: end) {
          return .kept((isHard ? place - 3 : place)..<end + 6, .inverted, 0.75)
        }
        return nil
      case 0xE58786:  // 准
        for denial in ["不得不", "不准不", "不许不"] where text.holds(denial.utf8, before: place) {
          return .kept(place - 9..<place + 3, .inverted, 0.7)
        }
        return nil
      default: return nil
      }
    })

  private static func invertedHan(_ text: DamageText, _ place: Int) -> DamageFinding? {
    let end = place + 3
    for verb in ["实现贫", "达到贫", "完成贫", "确保贫"] where text.holds(verb.utf8, before: place) {
      guard !DamageTables.shared.hanPovertyNouns.contains(where: { text.holds($0, at: end) }),
        text.isHan(at: end) == false
      else { return nil }
      return .kept(place - verb.utf8.count..<end, .inverted, 0.75)
    }
    return nil
  }

  /// `The company's newest product is …` in a paper on policy: made out of noise.
  static let inventedSentence = DamageRule(
    name: "invented-sentence",
    detector: .sentences(from: [
      0x54...0x54, 0x4F...0x4F, 0x57...0x57, 0x49...0x49, 0x59...0x59,
      // 本 我 欢, 该, 公
      0xE6...0xE6, 0xE8...0xE8, 0xE5...0xE5,
    ]) { text, sentence, _ in
      guard let start = DamageTables.shared.inventions.phrase(text, at: sentence.lowerBound),
        start[0] >= 0x80 || !text[sentence.lowerBound + start.count].isLetter
      else { return nil }
      return .kept(sentence, .invented, 0.85)
    })

  /// `realistic, realistic and`, `the implementation of the implementation of`.
  static let repeatedWords = DamageRule(
    name: "repeated-words",
    detector: .windows([
      .init(21, small, [0x2C...0x2C], [0x20...0x20]),
      .init(22, [0x66...0x66], [0x20...0x20], [0x74...0x74]),
    ]) { text, place in
      if text[place] == 0x66, text[place + 1] == 0x20 {
        guard text.holds(" of the ".utf8, at: place - 2) else { return nil }
        return repeated(text, before: place - 2, from: place + 6)
      }
      guard text[place + 1] == 0x2C else { return nil }
      guard let found = repeated(text, before: place + 1, from: place + 3) else { return nil }
      // A list goes on: `realistic, realistic and pragmatic`; a figure of speech stops.
      let end = found.range.upperBound
      let isThrice = found.range.count > 3 * text.word(before: place + 1).count
      let goesOn = text[end] == 0x2C || text.holds(" and ".utf8, at: end)
      return goesOn || isThrice ? found : nil
    })

  /// The word in front of a place when it stands at another place again.
  private static func repeated(
    _ text: DamageText, before place: Int, from next: Int
  ) -> DamageFinding? {
    let word = text.word(before: place)
    guard word.count > 3, text.holds(text.utf8[word], at: next),
      !text[next + word.count].isLetter, text[next + word.count] != 0x2D,
      !DamageTables.shared.repeats.contains(text.lowered(word))
    else { return nil }
    var end = next + word.count
    // `implemented, implemented and implemented`.
    while let further = [", ", " and ", ", and "].first(where: { link in
      text.holds(link.utf8, at: end) && text.holds(text.utf8[word], at: end + link.utf8.count)
        && !text[end + link.utf8.count + word.count].isLetter
    }) {
      end += further.utf8.count + word.count
    }
    return .kept(word.lowerBound..<end, .lowTrust, 0.75)
  }

  /// 要要: a word of one character twice, where neither belongs to another word.
  static let repeatedHan = DamageRule(
    name: "repeated-words",
    detector: .windows([
      .init(21, [0x81...0x81], [0xE8...0xE8], [0xA6...0xA6]),
      .init(22, [0x84...0x84], [0xE7...0xE7], [0x9A...0x9A]),
    ]) { text, place in
      guard place >= 2, text.triple(place - 2) == text.triple(place + 1) else { return nil }
      let (before, behind) = (text.triple(place - 5), text.triple(place + 4))
      switch text.triple(place + 1) {
      case 0xE8A681:  // 要
        // 需主重必纪摘概提首只 in front, 求件素点领害闻塞职务道义地么 behind.
        guard
          ![
            0xE99C80, 0xE4B8BB, 0xE9878D, 0xE5BF85, 0xE7BAAA, 0xE69198, 0xE6A682, 0xE68F90,
            0xE9A696,
            0xE58FAA, 0xE5BDB9, 0xE694BF,
          ].contains(before),
          ![
            0xE6B182, 0xE4BBB6, 0xE7B4A0, 0xE782B9, 0xE9A286, 0xE5AEB3, 0xE997BB, 0xE5A19E,
            0xE8818C,
            0xE58AA1, 0xE98193, 0xE4B989, 0xE59CB0, 0xE4B988, 0xE4BABA, 0xE79B9F, 0xE794A8,
          ].contains(behind)
        else { return nil }
      case 0xE79A84:  // 的, but 目的的 and 的的确确
        guard before != 0xE79BAE, before != 0xE79A84, behind != 0xE7A1AE, behind != 0xE5A3AB else {
          return nil
        }
      default: return nil
      }
      return .kept(place - 2..<place + 4, .lowTrust, 0.6).doubtful
    })
}
