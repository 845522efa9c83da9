/// A number or a counting word in the middle of a paragraph, or in front of one: `一是`, `第二，`, `其次`, `two,`, `1,`.
struct InlineMark {
  /// The ways of counting within a paragraph; each is a series of its own.
  enum Style: UInt8, CaseIterable {
    /// 一是…二是…
    case copula
    /// 一要…二要…
    case modal
    /// 第一，…第二，…
    case ordinal
    /// 首先…其次…再次…最后
    case sequence
    /// 第一个问题：…
    case question
    /// first, … second, …; first, … two, … the three is …; first, … next, … finally, …
    case word
    /// On the one hand, … on the other hand, …; 一方面…另一方面…
    case hand
    /// 1, … 2, …
    case digit
    /// 一、…二、…
    case hanComma
    /// （一）…（二）…
    case hanBracket
    /// （1）…（2）…
    case digitBracket
    /// ①…②…
    case circled

    /// Whether the paragraph that the mark begins is an item with this number, and no heading.
    var isItem: Bool { rawValue < Style.question.rawValue || self == .word || self == .hand }
  }

  var style: Style
  /// The value; 0 for 其次, 再次 and `next`, which go on with whatever came before, and -1 for 最后 and `finally`, which end it
  /// too.
  var value: Int
  /// The mark without the sign behind it.
  var range: Range<Int>
  /// The block that holds it.
  var block: Int
  /// Whether the block begins with it.
  var isFirst: Bool
  /// Whether a sentence ended in front of it, so that the one before it ends there too.
  var followsSentence: Bool
}
