internal import GazetteDocument

/// What tells the encodings of two bytes apart from which GB 18030 is not told by its form alone: where the everyday
/// characters of each language stand in its table.
struct LegacyEvidence {
  /// Pairs that every table but that of Shift_JIS could hold: lead and trail from A1 on.
  private var pairs = 0
  /// Pairs whose lead is that of kana in EUC-JP, and of Hangul in EUC-KR.
  private var kana = 0
  private var hangul = 0
  /// Characters of Big5: of its first level and its signs, of its second level, and bytes that are none.
  private var big5 = (common: 0, rare: 0, bad: 0)
  /// The same of Shift_JIS, its kana apart.
  private var shiftJIS = (kana: 0, kanji: 0, bad: 0)

  init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    countPairs(bytes, from: start, to: end)
    countBig5(bytes, from: start, to: end)
    countShiftJIS(bytes, from: start, to: end)
  }

  /// The encoding that the bytes speak for against GB 18030; `nil` when none does clearly.
  var telling: TextEncoding? {
    let japanese = shiftJIS.kana + shiftJIS.kanji
    // Every Japanese sentence is a third of kana and more; GB 18030 has its rarest characters there.
    if japanese > 3, shiftJIS.kana * 5 >= japanese, shiftJIS.bad * 20 <= japanese {
      return .shiftJIS
    }
    let chinese = big5.common + big5.rare
    // A third of Big5 has trails below A1, and no text of GB 2312 has any.
    if chinese > 3, big5.bad * 15 <= chinese, big5.rare * 8 <= big5.common,
      lowTrails * 8 >= chinese
    {
      return .big5
    }
    if pairs > 3, kana * 5 >= pairs { return .eucJP }
    // Half of all Chinese lies behind the part of the table in which all Hangul lies.
    if hangul > 11, hangul * 20 >= pairs * 17 { return .eucKR }
    return nil
  }

  /// Characters of Big5 with a trail from 40 to 7E.
  private var lowTrails = 0

  private mutating func countPairs(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    while position + 1 < end {
      let lead = bytes[position]
      guard lead >= 0x80 else {
        position += 1
        continue
      }
      guard lead >= 0xA1, lead != 0xFF, bytes[position + 1] >= 0xA1 else {
        position += 1
        continue
      }
      position += 2
      // Signs stand in all of them at the same places.
      if lead == 0xA1 || lead == 0xA3 { continue }
      pairs += 1
      if lead == 0xA4 || lead == 0xA5 { kana += 1 }
      if lead >= 0xB0, lead <= 0xC8 { hangul += 1 }
    }
  }

  private mutating func countBig5(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    while position + 1 < end {
      let lead = bytes[position]
      guard lead >= 0x80 else {
        position += 1
        continue
      }
      let trail = bytes[position + 1]
      let isLow = trail >= 0x40 && trail <= 0x7E
      guard lead >= 0xA1, lead <= 0xF9, isLow || (trail >= 0xA1 && trail != 0xFF) else {
        big5.bad += 1
        position += 1
        continue
      }
      position += 2
      if lead <= 0xA3 { continue }
      lowTrails += isLow ? 1 : 0
      if lead <= 0xC6 { big5.common += 1 } else { big5.rare += 1 }
    }
  }

  private mutating func countShiftJIS(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    while position + 1 < end {
      let lead = bytes[position]
      let trail = bytes[position + 1]
      if lead < 0x80 {
        position += 1
      } else if lead == 0x82, trail >= 0x9F, trail <= 0xF1 {
        shiftJIS.kana += 1
        position += 2
      } else if lead == 0x83, trail >= 0x40, trail <= 0x96, trail != 0x7F {
        shiftJIS.kana += 1
        position += 2
      } else if (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC),
        trail >= 0x40, trail != 0x7F, trail <= 0xFC
      {
        shiftJIS.kanji += lead >= 0x88 ? 1 : 0
        position += 2
      } else {
        // Kana of half a width, from A1 to DF, are rare enough to speak against it.
        shiftJIS.bad += 1
        position += 1
      }
    }
  }
}
