internal import GazetteDocument

/// What an English title says of its paper: `Notice of the Example Bureau on …` is a notice of that bureau.
struct EnglishTitle {
  /// The noun that names the kind, in lower case; `nil` when the title has none.
  private(set) var kind: String?
  /// The name of the issuer, without its article; `nil` when the title names none.
  private(set) var issuer: String?

  /// The title without what stands in brackets: `(Northern Ireland)`, `(Trial)`.
  private var title: [UInt8] = []
  /// Its words, parted by white space.
  private var words: [Range<Int>] = []
  /// The letters and hyphens of these words in lower case, and where those of each lie.
  private var letters: [UInt8] = []
  private var plain: [Range<Int>] = []

  private static let prepositions = WordSet([
    "of", "on", "for", "in", "to", "concerning", "regarding", "about", "at", "by", "with", "from",
    "against", "under",
  ])
  private static let subjects = WordSet(["on", "concerning", "regarding", "about"])

  /// Reads a title.
  init(_ title: String) {
    let utf8 = Array(title.utf8)
    self.init(utf8.span, 0..<utf8.count)
  }

  /// Reads the title that a range of a text is.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    takeWords(text, range)
    let lead = plain.indices.first { isWord($0, EnglishTitle.prepositions) } ?? plain.count
    // Without a preposition only the last word names the kind: fire regulations: proposed amendments.
    guard lead <= 8, lead < plain.count,
      let place = plain[..<lead].indices.last(where: { isKind($0) })
    else {
      readLast()
      return
    }
    // The Housing Act names its kind at its end; so does Measures (Trial).
    kind = kind(at: place)
    if let owner = possessive(before: place) {
      issuer = owner
      return
    }
    guard lead == place + 1, isWord(lead, "of") else { return }
    readIssuer(from: lead + 1)
  }

  private mutating func takeWords(_ text: Span<UInt8>, _ range: Range<Int>) {
    title.reserveCapacity(range.count)
    letters.reserveCapacity(range.count)
    var depth = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let sign = text.triple(at: position, end: range.upperBound)
      let (opens, closes) = (0xEFBC88, 0xEFBC89) as (UInt32, UInt32)
      if text[position] == 0x28 || sign == opens {
        depth += 1
      } else if text[position] == 0x29 || sign == closes {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        title.append(text[position])
        position += 1
        continue
      }
      position += sign == opens || sign == closes ? 3 : 1
    }
    var start = 0
    for position in 0...title.count where position == title.count || title[position] <= 0x20 {
      if position > start { takeWord(start..<position) }
      start = position + 1
    }
  }

  private mutating func takeWord(_ word: Range<Int>) {
    let first = letters.count
    var position = word.lowerBound
    while position < word.upperBound {
      let byte = title[position]
      // General punctuation: dashes, quotation marks.
      if byte == 0xE2, position + 2 < word.upperBound {
        position += 3
        continue
      }
      if byte.isLetter { letters.append(byte | 0x20) }
      if byte == 0x2D || byte >= 0x80 { letters.append(byte) }
      position += 1
    }
    words.append(word)
    plain.append(first..<letters.count)
  }

  // MARK: Words

  private func isWord(_ place: Int, _ set: WordSet) -> Bool {
    set.contains(letters.span, plain[place])
  }

  private func isWord(_ place: Int, _ word: StaticString) -> Bool {
    plain[place].count == word.utf8CodeUnitCount
      && letters.span.starts(with: word, at: plain[place].lowerBound, end: letters.count)
  }

  private func string(_ place: Int) -> String {
    String(decoding: letters[plain[place]], as: UTF8.self)
  }

  private func isKind(_ place: Int) -> Bool {
    isKeyPoints(place) || isWord(place, Lexicon.shared.englishKinds)
  }

  private func isKeyPoints(_ place: Int) -> Bool {
    place > 0 && isWord(place, "points") && isWord(place - 1, "key")
  }

  /// The word at a place, with `key` in front of `points`.
  private func kind(at place: Int) -> String {
    isKeyPoints(place) ? "key points" : string(place)
  }

  private func joined(_ places: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for place in places {
      if place > places.lowerBound { bytes.append(0x20) }
      bytes += title[words[place]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Reading

  /// `… 2016` behind `Charity Act`; the issuer of `The State Council's Work Plan`.
  private mutating func readLast() {
    guard let last = plain.lastIndex(where: { !$0.isEmpty }),
      isWord(last, Lexicon.shared.englishKinds)
    else { return }
    kind = string(last)
    issuer = possessive(before: last)
  }

  /// `the General Office of the People's Government of Example Province` in front of `on`.
  private mutating func readIssuer(from start: Int) {
    var start = start
    // Letter of Reply of the Bureau
    while start + 1 < plain.count, isWord(start, Lexicon.shared.englishKinds),
      isWord(start + 1, "of")
    {
      start += 2
    }
    if start < plain.count, isWord(start, "the") { start += 1 }
    guard start < plain.count else { return }
    let rest = start..<plain.count
    let end =
      rest.first { isWord($0, EnglishTitle.subjects) }
      ?? rest.first { isWord($0, "for") || isWord($0, "to") }
    guard let end, end > start,
      (start..<end).contains(where: { isWord($0, CitationLexicon.shared.englishBodies) }),
      title[words[start].lowerBound].isUppercase
    else { return }
    issuer = joined(start..<end)
  }

  /// The State Council in The State Council's Opinions.
  private func possessive(before place: Int) -> String? {
    let last = (0..<place).last { place in
      let word = words[place]
      guard word.count > 2, title[word.upperBound - 1] == 0x73 else { return false }
      return title[word.upperBound - 2] == 0x27
        || title.span.triple(at: word.upperBound - 4, end: word.upperBound) == 0xE28099
    }
    guard let last else { return nil }
    let first = isWord(0, "the") && last > 0 ? 1 : 0
    let sign = title[words[last].upperBound - 2] == 0x27 ? 2 : 4
    let name = words[last].lowerBound..<words[last].upperBound - sign
    let bodies = CitationLexicon.shared.englishBodies
    guard
      (first..<last).contains(where: { bodies.contains(title.span, words[$0]) })
        || bodies.contains(title.span, name)
    else { return nil }
    var issuer = joined(first..<last)
    if !issuer.isEmpty { issuer += " " }
    return issuer + String(decoding: title[name], as: UTF8.self)
  }

  /// Whether a line reads as the name of a body in English: capitals, a noun of bodies, no stop.
  static func isBody(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 160, text[range.lowerBound].isUppercase else {
      return false
    }
    let bodies = CitationLexicon.shared.englishBodies
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
        if bodies.contains(text, start..<position) { isNamed = true }
        if text[start].isLowercase, position - start > 3 { return false }
      }
      position += 1
      start = position
    }
    return isNamed
  }
}
