extension QueryLexer {
  /// Takes the word that begins at the index, without the punctuation at its end.
  mutating func takeWord(isLiteral: Bool) {
    let start = index
    while index < end, !endsWord(at: index, isLiteral: isLiteral) {
      index = max(index + 1, QueryNumber.bracketsEnd(at: index + 1, before: end, in: text) ?? 0)
    }
    var last = index
    while last > start + 1, !text.scalars[last - 1].isQueryWord { last -= 1 }
    let hasStar = last + 1 == index && text.scalars[last].isQueryStar
    if last < index, !hasStar { hasStrayPunctuation = true }
    let word = text.string(start..<last)
    let range = start..<(hasStar ? last + 1 : last)
    lexemes.append(QueryLexeme(kind: kind(of: word, hasStar, isLiteral), range: range))
  }

  private func kind(of word: String, _ hasStar: Bool, _ isLiteral: Bool) -> QueryLexeme.Kind {
    switch word {
    // A literal word must not become an operator when it is printed and parsed again.
    case "AND": isLiteral ? .word("and") : .and
    case "OR": isLiteral ? .word("or") : .or
    case "NOT": isLiteral ? .word("not") : .not
    default:
      if let distance = Self.distance(ofNear: word) {
        isLiteral ? .word(word.lowercased()) : .near(distance)
      } else {
        hasStar && !isLiteral ? .prefix(word) : .word(word)
      }
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
    case "date": self = .date
    case "before": self = .before
    case "after": self = .after
    default:
      guard let field = PolicyField(rawValue: name) else { return nil }
      self = .field(field)
    }
  }
}
