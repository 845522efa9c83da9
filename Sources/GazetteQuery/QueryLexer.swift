import GazetteIndex

/// Cuts a query's text into words, phrases, labels and signs.
///
/// The time is linear in the text: the end of a quote is looked for in vain at most twice for each form.
struct QueryLexer {
  let text: QueryText
  var index: Int
  let end: Int
  var lexemes: [QueryLexeme] = []
  /// Whether punctuation was passed over that is neither a sign nor inside a word.
  var hasStrayPunctuation = false
  /// Opening marks of the forms of which one was not closed by its own mark: the next mark that can closes others.
  private var loose: Set<Unicode.Scalar> = []
  /// Opening marks of the forms that nothing further on closes.
  private var hopeless: Set<Unicode.Scalar> = []

  private init(_ text: QueryText, _ range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  /// Cuts a range of the text.
  static func lex(_ text: QueryText, _ range: Range<Int>) throws(QuerySyntaxError) -> QueryLexer {
    var lexer = QueryLexer(text, range)
    while lexer.index < lexer.end { try lexer.next() }
    return lexer
  }

  /// The words of a range of the text, whatever signs stand in it.
  static func words(_ text: QueryText, _ range: Range<Int>) -> [QueryLexeme] {
    var lexer = QueryLexer(text, range)
    while lexer.index < lexer.end {
      if !text.scalars[lexer.index].isQueryWord {
        lexer.index += 1
      } else {
        lexer.takeWord(.literal)
      }
    }
    return lexer.lexemes
  }

  private mutating func next() throws(QuerySyntaxError) {
    let scalar = text.scalars[index]
    if scalar.isQuerySpace {
      index += 1
    } else if scalar.opensParenthesis {
      append(.open, upTo: index + 1)
    } else if scalar.closesParenthesis {
      append(.close, upTo: index + 1)
      takeBoost()
    } else if isMinus(at: index) {
      append(.minus, upTo: index + 1)
    } else if let form = QuoteForm.opened(by: scalar) {
      try takeQuote(form)
    } else if QuoteForm.closesOnly(scalar) {
      throw QuerySyntaxError(.unopenedQuote, range: text.bytes(index..<index + 1))
    } else if let (scope, after) = scope(at: index) {
      append(.scope(scope), upTo: after)
    } else if let (label, after) = label(at: index) {
      try takeLabel(label, after: after)
    } else if scalar == "\\" {
      takeEscape()
    } else if !scalar.isQueryWord {
      hasStrayPunctuation = true
      index += 1
    } else {
      takeWord(.plain)
    }
  }

  mutating func append(_ kind: QueryLexeme.Kind, upTo end: Int) {
    lexemes.append(QueryLexeme(kind: kind, range: index..<end))
    index = end
  }

  /// Whether a minus stands where a negation can begin, directly before what it negates.
  private func isMinus(at index: Int) -> Bool {
    guard text.scalars[index].isQueryMinus, index + 1 < end else { return false }
    if let before = text.scalar(index - 1), !before.isQuerySpace, !before.opensParenthesis {
      return false
    }
    let next = text.scalars[index + 1]
    return next.isQueryWord || next.opensParenthesis || next == "\\"
      || QuoteForm.opened(by: next) != nil
  }

  private mutating func takeQuote(_ form: QuoteForm) throws(QuerySyntaxError) {
    guard form.opens(at: index, in: text) else { return skipApostrophe() }
    guard let close = closing(form) else {
      if form.isSingle { return skipApostrophe() }
      throw QuerySyntaxError(.unclosedQuote, range: text.bytes(index..<end))
    }
    let phrase = text.string(text.trimmed(index + 1..<close))
    if let (slop, after) = slop(at: close + 1) {
      append(.sloppy(phrase, slop), upTo: after)
    } else {
      append(.phrase(phrase), upTo: close + 1)
    }
    takeBoost()
  }

  /// The place of the mark that closes the quote at the index.
  private mutating func closing(_ form: QuoteForm) -> Int? {
    if hopeless.contains(form.opener) { return nil }
    if !loose.contains(form.opener) {
      if let close = form.closing(from: index, before: end, in: text) { return close }
      loose.insert(form.opener)
    }
    if let close = form.anyClosing(from: index, before: end, in: text) { return close }
    hopeless.insert(form.opener)
    return nil
  }

  private mutating func skipApostrophe() {
    hasStrayPunctuation = true
    index += 1
  }

  /// Takes a label, and what follows it when it is no word or phrase of a text field.
  private mutating func takeLabel(
    _ label: QueryLexeme.Label, after: Int
  ) throws(QuerySyntaxError) {
    append(.label(label), upTo: after)
    while index < end, text.scalars[index].isQuerySpace { index += 1 }
    guard index < end else { return }
    let isExact = Self.mayBeExact(label) && text.scalars[index] == "="
    if case .field(let field) = label, field.kind == .text, !isExact { return }
    if let form = QuoteForm.opened(by: text.scalars[index]), form.opens(at: index, in: text),
      let close = closing(form)
    {
      append(.value(text.string(text.trimmed(index + 1..<close))), upTo: close + 1)
      takeBoost()
      return
    }
    // tag:="two words"
    if isExact, index + 1 < end,
      let form = QuoteForm.opened(by: text.scalars[index + 1]), form.opens(at: index + 1, in: text)
    {
      let start = index
      index += 1
      if let close = closing(form) {
        let value = "=" + text.string(text.trimmed(index + 1..<close))
        index = start
        append(.value(value), upTo: close + 1)
        return
      }
      index = start
    }
    let stop = valueEnd(from: index)
    if stop > index { append(.value(text.string(index..<stop)), upTo: stop) }
  }

  /// Whether `=` before a value takes it by itself: a concept without those below it, a document without those whose ids it
  /// begins, an issuer by the whole name.
  private static func mayBeExact(_ label: QueryLexeme.Label) -> Bool {
    switch label {
    case .field(.concept), .field(.document), .field(.issuer): true
    default: false
    }
  }

  /// The end of a bare value: white space, or a parenthesis that was opened before it.
  private func valueEnd(from start: Int) -> Int {
    var depth = 0
    var place = start
    while place < end {
      let scalar = text.scalars[place]
      if scalar.isQuerySpace { break }
      if scalar.opensParenthesis { depth += 1 }
      if scalar.closesParenthesis {
        if depth == 0 { break }
        depth -= 1
      }
      place += 1
    }
    return place
  }
}
