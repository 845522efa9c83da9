import GazetteIndex

/// Writes a query's tree as text that parses to an equal tree.
enum QueryFormatter {
  /// The text of a tree.
  static func text(of syntax: QuerySyntax) -> String {
    switch syntax.kind {
    case .all(let parts): parts.map(operand).joined(separator: " ")
    case .any(let parts): parts.map(operand).joined(separator: " OR ")
    default: operand(syntax)
    }
  }

  /// The text of a part, in parentheses when it is a list.
  private static func operand(_ syntax: QuerySyntax) -> String {
    switch syntax.kind {
    case .word(let word): self.word(word)
    case .prefix(let word): self.prefix(word)
    case .pattern(let pattern): pattern
    case .fuzzy(let word, let edits): fuzzy(word, edits)
    case .sloppy(let phrase, let slop): quoted(phrase) + "~\(slop)"
    case .boosted(let inner, let factor): boosted(inner) + "^" + number(factor)
    case .within(let scope, let parts):
      scope.rawValue + ":(" + parts.map(operand).joined(separator: " ") + ")"
    case .phrase(let phrase): quoted(phrase)
    case .field(let field, let value): field.rawValue + ":" + operand(value, of: field)
    case .dates(let field, let range): "\(field.rawValue):\(range)"
    case .near(let left, let right, let distance):
      operand(left) + " NEAR/\(distance) " + operand(right)
    case .all, .any: "(" + text(of: syntax) + ")"
    case .not(let inner):
      if case .not = inner.kind { "-(" + operand(inner) + ")" } else { "-" + operand(inner) }
    }
  }

  /// A word so that it is read as one: with a backslash before each sign where it needs any.
  private static func word(_ word: String) -> String {
    if reads(word, as: .word(word)) { return word }
    return "\\" + escaped(word)
  }

  private static func prefix(_ word: String) -> String {
    reads(word + "*", as: .prefix(word)) ? word + "*" : escaped(word) + "*"
  }

  /// A sign may stand in a word behind a backslash; then it needs one again.
  private static func fuzzy(_ word: String, _ edits: Int) -> String {
    let text = "\(word)~\(edits)"
    return reads(text, as: .fuzzy(word, edits)) ? text : escaped(word) + "~\(edits)"
  }

  private static func escaped(_ word: String) -> String {
    var text = ""
    for scalar in word.unicodeScalars {
      if !scalar.isQueryWord, !scalar.isQuerySpace { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func reads(_ text: String, as kind: QueryLexeme.Kind) -> Bool {
    let scalars = QueryText(text)
    let lexer = try? QueryLexer.lex(scalars, 0..<scalars.scalars.count)
    return lexer?.lexemes.map(\.kind) == [kind]
  }

  /// What is counted several times: in parentheses where its own text would take the sign in.
  private static func boosted(_ syntax: QuerySyntax) -> String {
    switch syntax.kind {
    case .phrase, .sloppy, .prefix, .pattern, .fuzzy: operand(syntax)
    case .word(let word) where reads(word + "^2", as: .word(word), boosted: true): word
    case .all, .any, .within: operand(syntax)
    default: "(" + operand(syntax) + ")"
    }
  }

  private static func reads(
    _ text: String, as kind: QueryLexeme.Kind, boosted: Bool
  ) -> Bool {
    let scalars = QueryText(text)
    let lexer = try? QueryLexer.lex(scalars, 0..<scalars.scalars.count)
    return lexer?.lexemes.map(\.kind) == [kind, .boost(2)]
  }

  private static func number(_ factor: Float) -> String {
    let text = "\(factor)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func operand(_ value: QuerySyntax, of field: PolicyField) -> String {
    guard case .word(let word) = value.kind else { return operand(value) }
    if field == .issuer, word.first == "=" {
      let name = String(word.dropFirst())
      return "=" + (isBare(name) ? name : quoted(name))
    }
    guard field.kind == .keyword else { return operand(value) }
    return isBare(word) ? word : quoted(word)
  }

  /// Whether a keyword's value is read whole without quotes.
  private static func isBare(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
      QuoteForm.opened(by: first) == nil, !QuoteForm.all.contains(where: { $0.isClosed(by: last) })
    else { return false }
    var depth = 0
    for scalar in value.unicodeScalars {
      if scalar.isQuerySpace { return false }
      if scalar.opensParenthesis { depth += 1 }
      if scalar.closesParenthesis { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The phrase in marks of the first form that none of its own marks closes.
  private static func quoted(_ phrase: String) -> String {
    for form in QuoteForm.all where !form.isSingle {
      let quoted = String(form.opener) + phrase + String(form.closer)
      let text = QueryText(quoted)
      let last = text.scalars.count - 1
      if form.closing(from: 0, before: last + 1, in: text) == last { return quoted }
    }
    return "\"" + phrase + "\""
  }
}
