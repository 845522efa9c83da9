/// A word, number or sign of a sentence, as the longest entry of the lexicon that begins at its place.
struct MeasureToken: Sendable {
  /// What a token is beside its word.
  enum Form: UInt8, Sendable {
    /// A word of the lexicon, or a character or Latin word that it lacks.
    case word
    /// A number in digits or Han numerals.
    case number
    /// A comma or semicolon that parts clauses.
    case clauseMark
    /// A colon.
    case colon
    /// 、 between the parts of a list.
    case listMark
    /// A bracket with what it holds.
    case bracket
    /// A quoted term or title with its signs.
    case quotation
    /// Any other sign.
    case sign
    /// A deadline that was read already.
    case deadline
    /// An indicator that was read already.
    case indicator
  }

  var start: Int
  var end: Int
  var form: Form
  var cue: Cue
  /// The three bytes of a single character as a number, or one byte; 0 for longer words.
  var sign: UInt32 = 0
  /// The value of a number in thousandths; -1 for none.
  var thousandths = -1

  var kinds: CueKinds { cue.kinds }
  var range: Range<Int> { start..<end }

  func has(_ kind: CueKinds) -> Bool { !cue.kinds.intersection(kind).isEmpty }
}
