/// What a folded scalar does to the run it stands in.
enum ScalarClass: UInt8 {
  /// Parts words and Han runs: punctuation, symbols, controls, unassigned scalars.
  case other
  /// A letter, a vowel sign, or another scalar that makes words.
  case letter
  /// An ASCII digit.
  case digit
  /// A Han character or 々.
  case han
  /// White space inside a line.
  case space
  /// The end of a line.
  case lineBreak
  /// An apostrophe: kept between two letters.
  case apostrophe
  /// A full stop: kept between two digits.
  case fullStop
  /// An ASCII comma: dropped where it groups digits by three.
  case comma
  /// The dot inside personal names, through which a Han run goes on.
  case middleDot
}
