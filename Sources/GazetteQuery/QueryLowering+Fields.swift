import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// Lowers what is asked of one field.
  mutating func fieldPart(_ field: PolicyField, _ value: QuerySyntax) -> Part? {
    if let exact = exact(field, value) { return Part(query: exact, isFree: true) }
    guard field.kind == .text else { return Part(query: keyword(field, value), isFree: true) }
    switch value.kind {
    case .word(let word): return textPart(field, word, value, .word)
    case .phrase(let phrase): return textPart(field, phrase, value, .phrase)
    case .prefix(let word): return textPart(field, word, value, .prefix)
    case .pattern, .fuzzy, .sloppy:
      guard let forms = looseForms(value, field) else { return Part(query: .nothing, isFree: true) }
      return Part(query: Self.oneOf(forms(TextField(field))), isFree: true)
    default: return part(value)
    }
  }

  /// A value with `=` before it: an issuer by its whole name, a document by its whole id.
  private func exact(_ field: PolicyField, _ value: QuerySyntax) -> Query? {
    guard case .word(let word) = value.kind, word.first == "=", word.utf8.count > 1 else {
      return nil
    }
    let name = String(word.dropFirst())
    switch field {
    case .issuer:
      return Schema.policy.field(Schema.issuerName).map { .term(Term(field: $0, name)) }
    case .document:
      let id = canonical(name, in: field)
      return .excluding(
        .term(Term(field: field.id, id)), .prefix(Term(field: field.id, id + "/")))
    default: return nil
    }
  }

  private mutating func textPart(
    _ field: PolicyField, _ text: String, _ syntax: QuerySyntax, _ kind: QueryPiece.Kind
  ) -> Part? {
    let terms = terms(text)
    guard !terms.atoms.isEmpty else {
      note(.emptyQuote, syntax.range)
      return Part(query: .nothing, isFree: true)
    }
    if terms.isCut { note(.tooLong, syntax.range) }
    note(
      QueryPiece(
        text: text, range: syntax.range,
        kind: kind == .word && terms.atoms.count > 1 ? .phrase : kind, field: field,
        atoms: terms.atoms, stem: kind == .word && field.hasStems ? terms.stem : nil))
    let place = TextField(field)
    let query: Query =
      switch kind {
      case .phrase: Self.phrase(terms.phrase, in: place)
      case .prefix: Self.prefix(terms, in: place)
      case .word, .pattern, .fuzzy: .any(Self.forms(terms, in: place))
      }
    return Part(query: query, isFree: true)
  }

  /// A keyword field is matched byte for byte, in the spelling that the index keeps.
  private mutating func keyword(_ field: PolicyField, _ value: QuerySyntax) -> Query {
    let text: String
    switch value.kind {
    case .word(let word): text = word
    case .phrase(let phrase): text = phrase
    case .prefix(let word): return .prefix(Term(field: field.id, canonical(word, in: field)))
    default: return .nothing
    }
    if field == .section, !Self.isSectionPath(text) {
      let terms = terms(text)
      guard !terms.atoms.isEmpty else {
        note(.emptyQuote, value.range)
        return .nothing
      }
      return Self.phrase(terms.phrase, in: TextField(.heading))
    }
    if field == .concept { return tagQuery(text) }
    return .term(Term(field: field.id, canonical(text, in: field)))
  }

  private func canonical(_ text: String, in field: PolicyField) -> String {
    switch field {
    case .number: QueryNumber.canonical(text) ?? text
    case .kind, .voice, .status, .language: text.lowercased()
    case .document:
      text.utf8.last == UInt8(ascii: "/") ? String(text.dropLast()) : text
    default: text
    }
  }

  /// Whether a text is the path of a section: `s0`, `s2.1`.
  static func isSectionPath(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "s"), bytes.count > 1 else { return false }
    let parts = bytes.dropFirst().split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}
