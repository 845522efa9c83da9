internal import GazetteDocument

// Lines of Chinese and Japanese that were read in another encoding than the one that they were written in.
extension DamageRule {
  /// `い瓣現┎`: Big5 read as GB 18030; `擔杮偺惌晎偼`: Shift_JIS read so.
  ///
  /// Of Big5 come lone kana and private characters among Han, of Shift_JIS the rare Han that stand in the place of kana.
  /// One line of them cannot be read, and nothing tells for sure what it was.
  static let wrongHan = DamageRule(
    name: "wrong-decoding",
    detector: .windows([
      // Kana, and U+E040 to U+E7BF, where GB 18030 keeps what it has no character for.
      .init(3, [0xE3...0xE3, 0xEE...0xEE], [0x81...0x9E], [0x80...0xBF]),
      // Beside the other Han that rules look for.
      .init(
        13, [0xE5...0xE5], [0x81...0x82], [0xA8...0xA8, 0xAA...0xAA, 0xBA...0xBA, 0xBC...0xBC]),
    ]) { text, place in
      guard sign(text, place) != .none else { return nil }
      var start = text.lineStart(place, within: 4_000)
      while start < place, text[start].isContinuation { start += 1 }
      var index = place
      // The first sign of a line speaks for the whole of it.
      while index > start {
        index -= 1
        if !text[index].isContinuation, sign(text, index) != .none { return nil }
      }
      var end = text.lineEnd(place, within: 4_000)
      while end > place, text[end].isContinuation { end -= 1 }
      let line = start..<end
      return isUnreadable(text, line) ? .kept(line, .masked, 0.8) : nil
    })

  /// What a character says of a wrong decoding.
  private enum Sign {
    case none
    /// A private character.
    case unknown
    /// A lone kana that is no particle of Japanese.
    case kana
    /// A rare Han that is a kana in Shift_JIS: 偺 for の.
    case rareHan
  }

  private static func sign(_ text: DamageText, _ place: Int) -> Sign {
    let character = text.triple(place)
    switch text[place] {
    case 0xEE: return character < 0xEE9F80 ? .unknown : .none
    case 0xE3:
      guard character >= 0xE38181, character <= 0xE383BE else { return .none }
      let isLone = !isKana(text.triple(place - 3)) && !isKana(text.triple(place + 3))
      return isLone && !particles.contains(character) ? .kana : .none
    case 0xE5: return rareHan.contains(character) ? .rareHan : .none
    default: return .none
    }
  }

  private static func isKana(_ character: UInt32) -> Bool {
    character >= 0xE38181 && character <= 0xE383BE
  }

  /// の に を は が と も へ で や か な し: what stands alone between Han in Japanese.
  private static let particles: Set<UInt32> = Set(
    "のにをはがともへでやかなし".unicodeScalars.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

  /// 偺 偼 傪 偨 偟 偰: の は を た し て.
  private static let rareHan: Set<UInt32> = Set(
    "偺偼傪偨偟偰".unicodeScalars.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

  private static func isUnreadable(_ text: DamageText, _ line: Range<Int>) -> Bool {
    var (unknown, kana, rare, all) = (0, 0, 0, 0)
    var kinds: Set<UInt32> = []
    var place = line.lowerBound
    while place < line.upperBound {
      if text[place].isContinuation || text[place] < 0x80 {
        place += 1
        continue
      }
      all += 1
      let found = sign(text, place)
      if found != .none { kinds.insert(text.triple(place)) }
      switch found {
      case .none: break
      case .unknown: unknown += 1
      case .kana: kana += 1
      case .rareHan: rare += 1
      }
      place += 1
    }
    if rare > 2, kinds.count > 2, rare * 20 > all { return true }
    return unknown > 1 && unknown + kana > 3 && kinds.count > 2 && (unknown + kana) * 12 > all
  }
}
