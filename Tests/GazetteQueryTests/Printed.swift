import GazetteIndex
import GazetteQuery

/// A tree as one line: `(& a "b c" (! d))`.
func printed(_ syntax: QuerySyntax) -> String {
  switch syntax.kind {
  case .word(let word): word
  case .prefix(let word): word + "*"
  case .phrase(let phrase): "\"" + phrase + "\""
  case .field(let field, let value): field.rawValue + "=" + printed(value)
  case .dates(let field, let range): (field == .date ? "" : field.rawValue) + "[\(range)]"
  case .all(let parts): "(& " + parts.map(printed).joined(separator: " ") + ")"
  case .any(let parts): "(| " + parts.map(printed).joined(separator: " ") + ")"
  case .near(let left, let right, let distance):
    "(~\(distance) " + printed(left) + " " + printed(right) + ")"
  case .not(let inner): "(! " + printed(inner) + ")"
  case .pattern(let pattern): pattern + "?*"
  case .fuzzy(let word, let edits): "\(word)~\(edits)"
  case .sloppy(let phrase, let slop): "\"\(phrase)\"~\(slop)"
  case .boosted(let inner, let factor): printed(inner) + "^\(factor)"
  case .within(let scope, let parts):
    "(\(scope.rawValue) " + parts.map(printed).joined(separator: " ") + ")"
  }
}

/// A query of the index as one line: `body:word`, `body:"a@0 b@1"`, `all(…)`.
func printed(_ query: Query) -> String {
  func name(_ field: FieldID) -> String { Schema.policy.fields[Int(field.rawValue)].name }
  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  func list(_ parts: [Query]) -> String { parts.map { printed($0) }.joined(separator: " ") }
  return switch query {
  case .everything: "everything"
  case .nothing: "nothing"
  case .term(let term): "\(name(term.field)):\(text(term.bytes))"
  case .phrase(let field, let terms):
    "\(name(field)):\"\(terms.map { "\(text($0.bytes))@\($0.offset)" }.joined(separator: " "))\""
  case .prefix(let term): "\(name(term.field)):\(text(term.bytes))*"
  case .all(let parts): "all(\(list(parts)))"
  case .any(let parts, let minimum): "any\(minimum == 1 ? "" : String(minimum))(\(list(parts)))"
  case .excluding(let kept, let dropped): "\(printed(kept)) - \(printed(dropped))"
  case .preferring(let first, let second): "\(printed(first)) ? \(printed(second))"
  case .range(let column, let range):
    "\(Schema.policy.columns[Int(column.rawValue)])[\(range.lowerBound)..\(range.upperBound)]"
  case .boosted(let inner, let factor): "\(printed(inner))^\(factor)"
  case .constant(let inner, let score): "\(printed(inner))=\(score)"
  case .wildcard(let term): "\(name(term.field)):\(text(term.bytes))?*"
  case .fuzzy(let term, let edits, let prefix):
    "\(name(term.field)):\(text(term.bytes))~\(edits)/\(prefix)"
  case .sloppyPhrase(let field, let terms, let slop):
    "\(printed(Query.phrase(field: field, terms: terms)))~\(slop)"
  case .within(let scope, let parts): "within(\(scope): \(list(parts)))"
  default: "\(query)"
  }
}
