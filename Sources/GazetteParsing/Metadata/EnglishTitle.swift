internal import GazetteDocument

/// What an English title says of its paper: `Notice of the Example Bureau on …` is a notice of that bureau.
struct EnglishTitle {
  /// The noun that names the kind, in lower case; `nil` when the title has none.
  private(set) var kind: String?
  /// The name of the issuer, without its article; `nil` when the title names none.
  private(set) var issuer: String?

  private static let prepositions: Set<String> = [
    "of", "on", "for", "in", "to", "concerning", "regarding", "about", "at", "by", "with", "from",
    "against", "under",
  ]
  private static let subjects: Set<String> = ["on", "concerning", "regarding", "about"]

  /// Reads a title.
  init(_ title: String) {
    let words = EnglishTitle.withoutBrackets(title)
      .split(separator: " ", omittingEmptySubsequences: true)
    let plain = words.map { word in
      String(word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0 == "-" })
    }
    let nouns = Lexicon.shared.englishKinds
    let lead = plain.firstIndex { EnglishTitle.prepositions.contains($0) } ?? plain.count
    // Without a preposition only the last word names the kind: fire regulations: proposed amendments.
    guard lead <= 8, lead < plain.count,
      let place = plain[..<lead].indices.last(where: {
        nouns.contains(EnglishTitle.kind(at: $0, of: plain))
      })
    else {
      readLast(plain)
      kindOwner(words, plain)
      return
    }
    // The Housing Act names its kind at its end; so does Measures (Trial).
    kind = EnglishTitle.kind(at: place, of: plain)
    if let owner = EnglishTitle.possessive(words[..<place]) {
      issuer = owner
      return
    }
    guard lead == place + 1, lead < plain.count, plain[lead] == "of" else { return }
    readIssuer(words, plain, from: lead + 1)
  }

  /// The word at a place, with `key` in front of `points`.
  private static func kind(at place: Int, of words: [String]) -> String {
    place > 0 && words[place] == "points" && words[place - 1] == "key" ? "key points" : words[place]
  }

  /// A title without what stands in brackets: `(Northern Ireland)`, `(Trial)`.
  private static func withoutBrackets(_ title: String) -> String {
    var depth = 0
    return title.filter { character in
      if character == "(" || character == "（" { depth += 1 }
      defer { if character == ")" || character == "）" { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  /// The issuer of `The State Council's Work Plan`.
  private mutating func kindOwner(_ words: [Substring], _ plain: [String]) {
    guard kind != nil, let last = plain.lastIndex(where: { !$0.isEmpty }) else { return }
    issuer = EnglishTitle.possessive(words[..<last])
  }

  /// `… 2016` behind `Charity Act`; `The State Council's Work Plan`.
  private mutating func readLast(_ plain: [String]) {
    let nouns = Lexicon.shared.englishKinds
    guard let last = plain.lastIndex(where: { !$0.isEmpty }), nouns.contains(plain[last]) else {
      return
    }
    kind = plain[last]
  }

  /// `the General Office of the People's Government of Example Province` in front of `on`.
  private mutating func readIssuer(_ words: [Substring], _ plain: [String], from start: Int) {
    var start = start
    // Letter of Reply of the Bureau
    while start + 1 < plain.count, Lexicon.shared.englishKinds.contains(plain[start]),
      plain[start + 1] == "of"
    {
      start += 2
    }
    if start < plain.count, plain[start] == "the" { start += 1 }
    guard start < plain.count else { return }
    let rest = plain[start...]
    let end =
      rest.firstIndex { EnglishTitle.subjects.contains($0) }
      ?? rest.firstIndex { $0 == "for" || $0 == "to" }
    guard let end, end > start else { return }
    let name = rest[..<end]
    guard name.contains(where: { CitationLexicon.shared.englishBodies.contains($0) }),
      words[start].unicodeScalars.first.map({ $0.properties.isUppercase }) ?? false
    else { return }
    issuer = words[start..<end].joined(separator: " ")
  }

  /// The State Council in The State Council's Opinions.
  private static func possessive(_ words: ArraySlice<Substring>) -> String? {
    guard let last = words.lastIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("’s") }) else {
      return nil
    }
    var name = words[words.startIndex...last].joined(separator: " ")
    name.removeLast(2)
    if name.lowercased().hasPrefix("the ") { name.removeFirst(4) }
    let parts = name.lowercased().split(separator: " ").map(String.init)
    guard parts.contains(where: { CitationLexicon.shared.englishBodies.contains($0) }) else {
      return nil
    }
    return name
  }

  /// Whether a line reads as the name of a body in English: capitals, a noun of bodies, no stop.
  static func isBody(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 160, text[range.lowerBound].isUppercase else {
      return false
    }
    var isNamed = false
    var start = range.lowerBound
    var position = range.lowerBound
    while position <= range.upperBound {
      let byte = position < range.upperBound ? text[position] : 0x20
      if byte.isLetter {
        position += 1
        continue
      }
      // A name holds words, commas, ampersands, hyphens, brackets and the sign of the genitive.
      let isSign = [0x20, 0x2C, 0x26, 0x2D, 0x27, 0x28, 0x29].contains(byte) || byte >= 0x80
      guard isSign else { return false }
      if position > start {
        let word = text.string(in: start..<position).lowercased()
        if CitationLexicon.shared.englishBodies.contains(word) { isNamed = true }
        let isLower = text[start].isLowercase
        if isLower, word.utf8.count > 3 { return false }
      }
      position += 1
      start = position
    }
    return isNamed
  }
}
