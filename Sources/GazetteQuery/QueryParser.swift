/// Reads a query's text into a tree by recursive descent, at most `depthLimit` levels deep.
///
/// The grammar stands in the article <doc:QueryLanguage>.
struct QueryParser {
  /// How deep parentheses and negations may be nested.
  static let depthLimit = 64
  /// How many words, phrases and values are read.
  static let wordLimit = 1_024
  /// How many words may stand between two that are near each other.
  static let distanceLimit = 1_000
  /// How many bytes of text are read.
  static let byteLimit = 1 << 16

  private let text: QueryText
  private let lexemes: [QueryLexeme]
  private var index = 0
  private var depth = 0
  private var wordCount = 0

  private init(_ text: QueryText, _ lexemes: [QueryLexeme]) {
    self.text = text
    self.lexemes = lexemes
  }

  /// The tree of a text.
  static func parse(_ string: String) throws(QuerySyntaxError) -> QuerySyntax {
    guard string.utf8.count <= byteLimit else {
      throw QuerySyntaxError(.tooLong, range: byteLimit..<string.utf8.count)
    }
    let text = QueryText(string)
    let range = text.trimmed(0..<text.scalars.count)
    guard let enclosed = enclosed(range, in: text) else { return try parse(text, range) }
    // Quotes at both ends: several phrases when they stand apart as phrases do, else one that holds the others.
    if let lexer = try? QueryLexer.lex(text, range), standApart(lexer, in: text, range),
      let syntax = try? parse(text, range)
    {
      return syntax
    }
    let content = text.string(text.trimmed(enclosed))
    return QuerySyntax(.phrase(content), range: text.bytes(range))
  }

  /// The words of a text that is no query, as a tree that asks for all of them; `nil` when it has none.
  static func words(of string: String) -> QuerySyntax? {
    let text = QueryText(string)
    let words = QueryLexer.words(text, 0..<text.scalars.count).prefix(wordLimit)
    let parts = words.compactMap { lexeme -> QuerySyntax? in
      guard case .word(let word) = lexeme.kind else { return nil }
      return QuerySyntax(.word(word), range: text.bytes(lexeme.range))
    }
    return parts.isEmpty ? nil : .all(of: parts)
  }

  private static func parse(
    _ text: QueryText, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QuerySyntax {
    var parser = QueryParser(text, try QueryLexer.lex(text, range).lexemes)
    guard !parser.lexemes.isEmpty else {
      throw QuerySyntaxError(.nothingAsked, range: text.bytes(range))
    }
    let syntax = try parser.parseAny()
    if let lexeme = parser.peek {
      throw QuerySyntaxError(.unopenedParenthesis, range: text.bytes(lexeme.range))
    }
    return syntax
  }

  /// What stands between the marks at both ends of a text, when they are of one form; curly ones may be turned round, as phones
  /// and pasting do.
  private static func enclosed(_ range: Range<Int>, in text: QueryText) -> Range<Int>? {
    guard range.count > 1 else { return nil }
    let (first, last) = (text.scalars[range.lowerBound], text.scalars[range.upperBound - 1])
    let isOneForm = QuoteForm.opened(by: first)?.isClosed(by: last) ?? false
    guard isOneForm || isCurly(first) && isCurly(last) else { return nil }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private static func isCurly(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "”"
  }

  /// Whether the quotes of a text stand apart: each between white space or signs, with no white space just inside,
  /// and no other punctuation beside them.
  private static func standApart(
    _ lexer: QueryLexer, in text: QueryText, _ range: Range<Int>
  ) -> Bool {
    guard !lexer.hasStrayPunctuation, lexer.lexemes.count > 1,
      let last = lexer.lexemes.last, last.range.upperBound == range.upperBound
    else { return false }
    // The last mark must close a quote of its own, not end a bare value.
    guard isQuoted(last, in: text) else { return false }
    for (index, lexeme) in lexer.lexemes.enumerated() {
      guard case .phrase(let content) = lexeme.kind else { continue }
      guard isQuoted(lexeme, in: text) else { return false }
      let inside = lexeme.range.lowerBound + 1..<lexeme.range.upperBound - 1
      guard content.isEmpty || text.trimmed(inside) == inside else { return false }
      if index > 0, lexer.lexemes[index - 1].range.upperBound == lexeme.range.lowerBound {
        switch lexer.lexemes[index - 1].kind {
        case .open, .minus, .label: break
        default: return false
        }
      }
      if lexeme.range.upperBound < range.upperBound {
        let after = text.scalars[lexeme.range.upperBound]
        guard after.endsQuerySuffix else { return false }
      }
    }
    return true
  }

  /// Whether a lexeme stands in quotes whose two marks are of one form; a tag's `=` may stand before them.
  private static func isQuoted(_ lexeme: QueryLexeme, in text: QueryText) -> Bool {
    var start = lexeme.range.lowerBound
    if lexeme.range.count > 2, text.scalars[start] == "=" { start += 1 }
    guard lexeme.range.upperBound - start > 1, let form = QuoteForm.opened(by: text.scalars[start])
    else { return false }
    return text.scalars[lexeme.range.upperBound - 1] == form.closer
  }

  private var peek: QueryLexeme? { index < lexemes.count ? lexemes[index] : nil }

  /// The place of what is missing: behind the last lexeme that was read.
  private var missingPlace: Range<Int> {
    let last = index > 0 ? lexemes[index - 1].range : 0..<0
    return text.bytes(last.upperBound..<last.upperBound)
  }

  private mutating func parseAny() throws(QuerySyntaxError) -> QuerySyntax {
    var parts = [try parseAll()]
    while peek?.kind == .or {
      index += 1
      parts.append(try parseAll())
    }
    return .any(of: parts)
  }

  private mutating func parseAll() throws(QuerySyntaxError) -> QuerySyntax {
    var parts = [try parseNear()]
    while let lexeme = peek, lexeme.kind != .or, lexeme.kind != .close {
      if lexeme.kind == .and { index += 1 }
      parts.append(try parseNear())
    }
    return .all(of: parts)
  }

  /// An operand, or several with `NEAR/n` between them: each pair of neighbours is near each other.
  private mutating func parseNear() throws(QuerySyntaxError) -> QuerySyntax {
    var left = try parseOperand()
    var pairs: [QuerySyntax] = []
    while let lexeme = peek, case .near(let distance) = lexeme.kind {
      index += 1
      let right = try parseOperand()
      for side in [left, right] where !side.mayStandNear {
        throw QuerySyntaxError(.farOperand, range: side.range)
      }
      let range = left.range.lowerBound..<max(left.range.lowerBound, right.range.upperBound)
      pairs.append(QuerySyntax(.near(left, right, distance), range: range))
      left = right
    }
    return pairs.isEmpty ? left : .all(of: pairs)
  }

  /// An operand with what it counts.
  private mutating func parseOperand() throws(QuerySyntaxError) -> QuerySyntax {
    let operand = try parsePlainOperand()
    guard let lexeme = peek, case .boost(let factor) = lexeme.kind else { return operand }
    index += 1
    let range =
      operand.range
      .lowerBound..<max(
        operand.range.upperBound, text.bytes(lexeme.range).upperBound)
    // What is left out counts nothing.
    if case .not = operand.kind { return operand }
    return QuerySyntax(.boosted(operand, factor), range: range)
  }

  private mutating func parsePlainOperand() throws(QuerySyntaxError) -> QuerySyntax {
    guard let lexeme = peek else { throw QuerySyntaxError(.missingOperand, range: missingPlace) }
    let range = text.bytes(lexeme.range)
    index += 1
    switch lexeme.kind {
    case .word(let word): return try leaf(.word(word), range)
    case .prefix(let word): return try leaf(.prefix(word), range)
    case .phrase(let phrase): return try leaf(.phrase(phrase), range)
    case .pattern(let word): return try leaf(.pattern(word), range)
    case .fuzzy(let word, let edits): return try leaf(.fuzzy(word, edits), range)
    case .sloppy(let phrase, let slop): return try leaf(.sloppy(phrase, slop), range)
    case .scope(let scope): return try parseScope(scope, range)
    case .value(let value): return try leaf(.word(value), range)
    case .label(let label): return try parseValue(label, range)
    case .open: return try parseGroup(range)
    case .minus, .not:
      return try nested(range) { parser throws(QuerySyntaxError) in
        let operand = try parser.parseNear()
        return QuerySyntax(.not(operand), range: range.lowerBound..<operand.range.upperBound)
      }
    case .close:
      throw QuerySyntaxError(depth > 0 ? .missingOperand : .unopenedParenthesis, range: range)
    case .and, .or, .near, .boost: throw QuerySyntaxError(.missingOperand, range: range)
    }
  }

  /// What stands together in one place.
  private mutating func parseScope(
    _ scope: QueryScope, _ label: Range<Int>
  ) throws(QuerySyntaxError) -> QuerySyntax {
    guard let open = peek, open.kind == .open else {
      throw QuerySyntaxError(.missingValue, range: label)
    }
    index += 1
    let inner = try parseGroup(text.bytes(open.range))
    let parts: [QuerySyntax] = if case .all(let parts) = inner.kind { parts } else { [inner] }
    for part in parts where !part.mayStand(in: scope) {
      throw QuerySyntaxError(.scopedOperand, range: part.range)
    }
    let end = index > 0 ? text.bytes(lexemes[index - 1].range).upperBound : label.upperBound
    return QuerySyntax(.within(scope, parts), range: label.lowerBound..<end)
  }

  private mutating func parseGroup(_ open: Range<Int>) throws(QuerySyntaxError) -> QuerySyntax {
    try nested(open) { parser throws(QuerySyntaxError) in
      let inner = try parser.parseAny()
      guard parser.peek?.kind == .close else {
        throw QuerySyntaxError(.unclosedParenthesis, range: open)
      }
      parser.index += 1
      return inner
    }
  }

  private mutating func nested(
    _ range: Range<Int>,
    _ body: (inout QueryParser) throws(QuerySyntaxError) -> QuerySyntax
  ) throws(QuerySyntaxError) -> QuerySyntax {
    guard depth < Self.depthLimit else { throw QuerySyntaxError(.tooDeep, range: range) }
    depth += 1
    let syntax = try body(&self)
    depth -= 1
    return syntax
  }

  private mutating func leaf(
    _ kind: QuerySyntax.Kind, _ range: Range<Int>
  ) throws(QuerySyntaxError) -> QuerySyntax {
    wordCount += 1
    guard wordCount <= Self.wordLimit else { throw QuerySyntaxError(.tooLong, range: range) }
    return QuerySyntax(kind, range: range)
  }

  private mutating func parseValue(
    _ label: QueryLexeme.Label, _ start: Range<Int>
  ) throws(QuerySyntaxError) -> QuerySyntax {
    guard let lexeme = peek else { throw QuerySyntaxError(.missingValue, range: missingPlace) }
    let range = start.lowerBound..<text.bytes(lexeme.range).upperBound
    switch (label, lexeme.kind) {
    case (.field(let field), .word), (.field(let field), .phrase), (.field(let field), .prefix),
      (.field(let field), .value), (.field(let field), .pattern), (.field(let field), .fuzzy),
      (.field(let field), .sloppy):
      return QuerySyntax(.field(field, try parsePlainOperand()), range: range)
    case (_, .value(let value)):
      let dates: (field: QueryDateField, range: QueryDateRange?) =
        switch label {
        case .before: (.date, QueryDateRange(before: value))
        case .after: (.date, QueryDateRange(after: value))
        case .date(let field): (field, QueryDateRange(value))
        case .field: (.date, nil)
        }
      guard let days = dates.range else { throw QuerySyntaxError(.malformedDate, range: range) }
      index += 1
      return try leaf(.dates(dates.field, days), range)
    default:
      throw QuerySyntaxError(.missingValue, range: start)
    }
  }
}
