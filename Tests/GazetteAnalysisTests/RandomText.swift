import GazetteTestSupport

/// Random texts from a seed, made of what folding and cutting treat apart.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next(_ bound: Int) -> Int { generator.below(bound) }

  static let pieces = [
    "a", "B", "é", "ﬁ", "word", "china's", "'", "’", "1", "12", "000", ",", ".", "·", "三", "保", "障",
    "兩", "國", "一",
    "二", "○", "〇", "零", "O", "0", "Ｏ", "０", "年", "𠮷", "々", "か", "ア", " ", "\u{3000}", "\n", "\r\n",
    "\u{200B}",
    "\u{AD}", "\u{301}", "\u{3099}", "，", "。", "、", "“", "”", "《", "》", "①", "㈠", "½", "²", "㎡",
    "ﷺ", "ж", "٣", "𝟎",
    "\u{10FFFF}", "\0", "😀", "**", "-", "—", "豈", "⼆", "İ", "ß",
  ]

  /// A text of some of the pieces, now and then any scalar.
  mutating func text(_ count: Int) -> String {
    var text = ""
    for _ in 0..<next(count) + 1 {
      if next(10) == 0, let scalar = Unicode.Scalar(UInt32(next(0x11_0000))) {
        text.unicodeScalars.append(scalar)
      } else {
        text += Self.pieces[next(Self.pieces.count)]
      }
    }
    return text
  }

  /// Bytes that are mostly no UTF-8.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<next(count)).map { _ in UInt8(next(3) == 0 ? next(0x80) : 0x80 + next(0x80)) }
  }
}
