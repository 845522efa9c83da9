/// Makes a query of a text that is none by the least change.
enum QueryRepair {
  /// The text mended; `nil` when it is no query after that either.
  static func repaired(_ text: String, _ problem: QuerySyntaxError) -> String? {
    let bytes = Array(text.utf8)
    guard problem.range.upperBound <= bytes.count else { return nil }
    for candidate in candidates(bytes, problem) {
      let text = String(decoding: candidate, as: UTF8.self)
      if let parsed = try? ParsedQuery(strict: text), parsed.problem == nil { return text }
    }
    return nil
  }

  private static func candidates(_ bytes: [UInt8], _ problem: QuerySyntaxError) -> [[UInt8]] {
    let without = Array(bytes[..<problem.range.lowerBound] + bytes[problem.range.upperBound...])
    switch problem.reason {
    case .unclosedQuote:
      let mark = String(decoding: bytes[problem.range.lowerBound...], as: UTF8.self)
        .unicodeScalars.first
      guard let mark, let form = QuoteForm.opened(by: mark) else { return [] }
      return [
        bytes + Array(String(form.closer).utf8),
        Array(bytes[..<problem.range.lowerBound])
          + Array(bytes[(problem.range.lowerBound + UTF8.width(mark))...]),
      ]
    case .unclosedParenthesis: return [bytes + [UInt8(ascii: ")")], without]
    case .unopenedQuote, .unopenedParenthesis, .malformedDate: return [without]
    case .missingOperand, .emptyQuote:
      return [without, withoutLastWord(Array(bytes[..<problem.range.lowerBound]))]
    case .missingValue: return [escapingColon(bytes, before: problem.range.upperBound)]
    case .nothingAsked, .farOperand, .scopedOperand, .tooDeep, .tooLong: return []
    }
  }

  /// The text without the operator that it ends in.
  private static func withoutLastWord(_ bytes: [UInt8]) -> [UInt8] {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    while end > 0, bytes[end - 1] != 0x20 { end -= 1 }
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return Array(bytes[..<end])
  }

  /// The text in which the name before a colon is a word.
  private static func escapingColon(_ bytes: [UInt8], before end: Int) -> [UInt8] {
    guard let colon = bytes[..<end].lastIndex(of: UInt8(ascii: ":")) else { return bytes }
    return Array(bytes[..<colon]) + Array(bytes[(colon + 1)...])
  }
}
