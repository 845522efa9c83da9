/// The marks that end a clause or a sentence, between two words of a text.
enum ClauseMarks {
  /// What stands between two words.
  enum Gap {
    case nothing, clause, sentence
  }

  /// The strongest mark in a stretch of bytes.
  static func gap(in utf8: [UInt8], from start: Int, to end: Int) -> Gap {
    var gap = Gap.nothing
    var at = start
    while at < end {
      let byte = utf8[at]
      switch byte {
      case 0x2E, 0x21, 0x3F, 0x0A: return .sentence
      case 0x2C, 0x3A, 0x3B, 0x28, 0x29: gap = .clause
      case 0xE3 where at + 2 < utf8.count && utf8[at + 1] == 0x80:
        if utf8[at + 2] == 0x82 { return .sentence }
        if utf8[at + 2] == 0x81 { gap = .clause }
      case 0xEF where at + 2 < utf8.count && utf8[at + 1] == 0xBC:
        if utf8[at + 2] == 0x81 || utf8[at + 2] == 0x9F { return .sentence }
        if [0x88, 0x89, 0x8C, 0x9A, 0x9B].contains(utf8[at + 2]) { gap = .clause }
      default: break
      }
      at += 1
    }
    return gap
  }
}
