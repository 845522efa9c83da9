import GazetteDocument

extension EnglishReader {
  /// it is necessary to, it is imperative that: whatever stands before it is another clause.
  func isImpersonal(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 && text[token.start] | 0x20 == UInt8(ascii: "i")
      && text[token.start + 1] | 0x20 == UInt8(ascii: "t") && text[token.start + 2].isSpace
  }

  /// Whether a token is more than one word.
  func hasBlank(_ index: Int) -> Bool {
    text[tokens[index].start..<tokens[index].end].contains(0x20)
  }

  /// Whether a token begins with a word: `will never` with `will`.
  func begins(_ index: Int, _ word: StaticString) -> Bool {
    let token = tokens[index]
    guard token.end - token.start >= word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[token.start + offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }

  /// `The role of the board is to advise`: what something is for.
  func describesRole(_ subject: Range<Int>) -> Bool {
    for index in subject {
      for word in [
        "role", "aim", "aims", "purpose", "function", "functions", "goal", "objective", "effect",
        "vision", "intention", "idea", "challenge", "mission", "point", "key", "way", "reason",
        "objectives", "responsibilities", "remit",
      ] as [StaticString] where isWord(index, word) {
        return true
      }
      if isWord(index, "of") { return false }
    }
    return false
  }

  /// Whether a subject is what an authority makes rules with: `regulations under this section may provide`.
  func isProviding(_ subject: Range<Int>) -> Bool {
    for index in subject.prefix(2) {
      for word in [
        "regulations", "regulation", "order", "orders", "rules", "scheme", "bylaws", "byelaws",
        "directions",
      ] as [StaticString] where isWord(index, word) {
        return true
      }
    }
    return false
  }

  /// Whether an office speaks of itself: `We will consider all responses`, `The department aims to reply`.
  func isOwnPromise(_ subject: Range<Int>?, _ modal: Int) -> Bool {
    guard let subject, !context.isReview else { return false }
    let promises =
      begins(modal, "will") || begins(modal, "aim") || begins(modal, "intend")
      || begins(modal, "plan") || begins(modal, "seek") || begins(modal, "may")
    guard promises else { return false }
    if subject.count == 1, isWord(subject.lowerBound, "we") { return true }
    return names(subject) && (context.isGuidance || isOffice(subject))
  }

  /// Whether a subject is an office rather than anybody.
  func isOffice(_ subject: Range<Int>) -> Bool {
    for index in subject {
      for word in [
        "department", "departments", "government", "ministry", "council", "city", "county",
        "committee", "authority", "agency", "commission", "bureau", "office", "board", "province",
        "governments", "ministries", "authorities", "committees", "state", "township",
      ] as [StaticString] where isWord(index, word) {
        return true
      }
    }
    return false
  }
}
