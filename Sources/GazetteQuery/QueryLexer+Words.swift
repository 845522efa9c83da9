extension QueryLexer {
  /// What may be in a word.
  enum WordMeaning {
    /// Signs have their meaning: operators, patterns, what a word counts.
    case plain
    /// Signs are text, up to the word's end.
    case escaped
    /// Signs are text, and a colon ends the word too.
    case literal
  }

  /// Takes the word that begins at the index, without the punctuation at its end.
  mutating func takeWord(_ meaning: WordMeaning) {
    let start = index
    var word = WordScalars()
    while index < end, !endsWord(at: index, isLiteral: meaning == .literal) {
      if meaning != .literal, isEscape(at: index) {
        word.append(text.scalars[index + 1], at: index + 1, isText: true)
        index += 2
        continue
      }
      let next = max(
        index + 1, QueryNumber.bracketsEnd(at: index + 1, before: end, in: text) ?? 0)
      for place in index..<next {
        word.append(text.scalars[place], at: place, isText: meaning != .plain)
      }
      index = next
    }
    let boost = word.takeBoost()
    if let edits = word.takeEdits() {
      hasStrayPunctuation = word.trim() || hasStrayPunctuation
      lexemes.append(
        QueryLexeme(kind: .fuzzy(word.string, edits), range: start..<index))
    } else {
      let hasStar = word.takeStar()
      if !hasStar, word.trim() { hasStrayPunctuation = true }
      // What was cut off is punctuation unless it had a meaning.
      let last = boost != nil ? index : hasStar ? word.end + 1 : word.end
      lexemes.append(
        QueryLexeme(kind: kind(of: word, hasStar, meaning), range: start..<last))
    }
    if let boost { lexemes.append(QueryLexeme(kind: .boost(boost), range: index..<index)) }
  }

  private func kind(
    of word: WordScalars, _ hasStar: Bool, _ meaning: WordMeaning
  ) -> QueryLexeme.Kind {
    let string = word.string
    guard meaning == .plain else { return .word(string) }
    if word.isPattern { return .pattern(hasStar ? string + "*" : string) }
    if hasStar { return .prefix(string) }
    switch string {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    default: return Self.distance(ofNear: string).map { .near($0) } ?? .word(string)
    }
  }

  /// The number of `NEAR/5`; `nil` for another word.
  private static func distance(ofNear word: String) -> Int? {
    guard word.hasPrefix("NEAR/"), word.utf8.count <= 9,
      let distance = Int(word.dropFirst(5)), (0...QueryParser.distanceLimit).contains(distance)
    else { return nil }
    return distance
  }

  /// Whether no word goes on at a place: white space, a sign, a quote.
  func endsWord(at index: Int, isLiteral: Bool) -> Bool {
    let scalar = text.scalars[index]
    if scalar.isASCII, scalar.isQueryWord { return false }
    if scalar.isQuerySpace || scalar.isQuerySeparator || scalar.opensParenthesis
      || scalar.closesParenthesis || QuoteForm.closesOnly(scalar)
    {
      return true
    }
    if isLiteral, scalar == ":" { return true }
    guard let form = QuoteForm.opened(by: scalar) else { return false }
    return !form.isSingle || scalar == "‘"
  }

  /// Whether a backslash stands at a place and a sign behind it, which it takes as text.
  func isEscape(at index: Int) -> Bool {
    guard text.scalars[index] == "\\", index + 1 < end else { return false }
    let next = text.scalars[index + 1]
    return !next.isQueryWord && !next.isQuerySpace
  }

  /// Takes a backslash: what follows has no meaning of its own.
  mutating func takeEscape() {
    guard isEscape(at: index) else {
      index += 1
      guard index < end, text.scalars[index].isQueryWord else { return hasStrayPunctuation = true }
      return takeWord(.escaped)
    }
    hasStrayPunctuation = true
    index += 2
  }

  /// The slop of a phrase, such as `~3`, and the place behind it.
  func slop(at start: Int) -> (slop: Int, after: Int)? {
    guard start < end, text.scalars[start].isQueryTilde else { return nil }
    var place = start + 1
    var slop = 0
    while place < end, let digit = text.scalars[place].asciiDigit, place < start + 5 {
      slop = slop * 10 + digit
      place += 1
    }
    guard place > start + 1, slop <= QueryParser.distanceLimit else { return nil }
    guard place == end || text.scalars[place].endsQuerySuffix else { return nil }
    return (slop, place)
  }

  /// Takes what the parenthesis or quote before the index counts, such as `^2`.
  mutating func takeBoost() {
    guard index < end, text.scalars[index].isQueryCaret else { return }
    var place = index + 1
    while place < end, text.scalars[place].asciiDigit != nil || text.scalars[place] == "." {
      place += 1
    }
    guard place == end || text.scalars[place].endsQuerySuffix,
      let boost = WordScalars.boost(text.scalars[index + 1..<place])
    else { return }
    append(.boost(boost), upTo: place)
  }

  /// The name of a scope at a place, and the place of the parenthesis behind its colon.
  func scope(at start: Int) -> (scope: QueryScope, after: Int)? {
    for scope in QueryScope.allCases {
      let name = scope.rawValue.unicodeScalars
      let colon = start + name.count
      guard colon < end, text.scalars[colon].isQueryColon,
        text.scalars[start..<colon].elementsEqual(name)
      else { continue }
      var place = colon + 1
      while place < end, text.scalars[place].isQuerySpace { place += 1 }
      if place < end, text.scalars[place].opensParenthesis { return (scope, place) }
    }
    return nil
  }

  /// The label at a place and the place after its colon.
  func label(at start: Int) -> (label: QueryLexeme.Label, after: Int)? {
    var place = start
    var name = ""
    while place < end, place - start < 12 {
      let scalar = text.scalars[place]
      if scalar.isQueryColon {
        return QueryLexeme.Label(name.lowercased()).map { ($0, place + 1) }
      }
      guard scalar.isASCII, scalar.isQueryWord || scalar == "-" else { return nil }
      name.unicodeScalars.append(scalar)
      place += 1
    }
    return nil
  }
}

extension QueryLexeme.Label {
  /// The label with a name in lower case.
  init?(_ name: String) {
    switch name {
    case "before": self = .before
    case "after": self = .after
    default:
      if let date = QueryDateField(rawValue: name) {
        self = .date(date)
        return
      }
      guard let field = PolicyField(rawValue: name) else { return nil }
      self = .field(field)
    }
  }
}
