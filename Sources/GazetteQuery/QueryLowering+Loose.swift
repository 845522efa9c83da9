import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// How many further characters each star in a run of Chinese may stand for.
  static let starSlop = 12
  /// The longest run of Chinese of which a character may be wrong; a longer one is looked for as it stands.
  private static let fuzzyRunLimit = 12

  /// Lowers a pattern, a word that may be misspelt or a phrase with gaps that names no field.
  mutating func loosePart(_ syntax: QuerySyntax) -> Part? {
    guard let forms = looseForms(syntax, nil) else { return nil }
    return part(forms)
  }

  /// How a pattern, a word that may be misspelt or a phrase with gaps is looked for in a text field; notes it as a piece.
  mutating func looseForms(
    _ syntax: QuerySyntax, _ field: PolicyField?
  ) -> ((TextField) -> [Query])? {
    switch syntax.kind {
    case .pattern(let pattern):
      guard let (atoms, form) = patternForm(pattern) else { return nil }
      note(
        QueryPiece(
          text: pattern, range: syntax.range, kind: .pattern, field: field, atoms: atoms))
      return form
    case .fuzzy(let word, let edits):
      let terms = terms(word)
      guard !terms.atoms.isEmpty else { return nil }
      note(
        QueryPiece(
          text: word, range: syntax.range, kind: .fuzzy, field: field, atoms: terms.atoms))
      return { Self.fuzzy(terms, edits, in: $0) }
    case .sloppy(let phrase, let slop):
      let terms = terms(phrase)
      guard !terms.atoms.isEmpty else {
        note(.emptyQuote, syntax.range)
        return { _ in [.nothing] }
      }
      note(
        QueryPiece(
          text: phrase, range: syntax.range, kind: .phrase, field: field, atoms: terms.atoms))
      // Each atom may stand apart from the one before; a bigram would hold two together.
      return { [Self.sloppy(terms.atoms, slop, in: $0)] }
    default: return nil
    }
  }

  /// One of several queries.
  static func oneOf(_ queries: [Query]) -> Query {
    queries.count == 1 ? queries[0] : .any(queries)
  }

  private static func sloppy(_ atoms: [PhraseTerm], _ slop: Int, in field: TextField) -> Query {
    slop == 0 || atoms.count == 1
      ? phrase(atoms, in: field) : .sloppyPhrase(field: field.id, terms: atoms, slop: slop)
  }

  /// A pattern of one word, or a run of Chinese with stars: characters in this order, some between them.
  private mutating func patternForm(
    _ pattern: String
  ) -> (atoms: [PhraseTerm], form: (TextField) -> [Query])? {
    var bytes: [UInt8] = []
    var atoms: [PhraseTerm] = []
    var isRun = true
    var stars = 0
    var rest = Substring(pattern).unicodeScalars[...]
    while let first = rest.first {
      if first.isQueryStar || first == "?" {
        if first.isQueryStar { stars += 1 }
        bytes.append(first == "?" ? UInt8(ascii: "?") : UInt8(ascii: "*"))
        rest.removeFirst()
        continue
      }
      let piece = rest.prefix { !$0.isQueryStar && $0 != "?" }
      rest = rest.dropFirst(piece.count)
      let terms = terms(String(Substring(piece)))
      for atom in terms.atoms {
        bytes += atom.bytes
        if atom.bytes.first.map({ $0 < 0x80 }) ?? true { isRun = false }
        atoms.append(PhraseTerm(bytes: atom.bytes, offset: atoms.count))
      }
    }
    guard !atoms.isEmpty else { return nil }
    if isRun {
      let slop = stars * Self.starSlop
      let run = atoms
      return (atoms, { [Self.sloppy(run, slop, in: $0)] })
    }
    let whole = bytes
    return (atoms, { [.wildcard(Term(field: $0.id, bytes: whole))] })
  }

  /// A word with wrong letters, or a run of Chinese with one wrong character, one too many or one too few.
  private static func fuzzy(_ terms: QueryTerms, _ edits: Int, in field: TextField) -> [Query] {
    if let whole = terms.compound ?? (terms.atoms.count == 1 ? terms.atoms[0].bytes : nil),
      whole.first.map({ $0 < 0x80 }) ?? false
    {
      return [.fuzzy(Term(field: field.id, bytes: whole), edits: edits, prefix: 1)]
    }
    let atoms = terms.atoms
    let exact = phrase(terms.phrase, in: field)
    guard (3...fuzzyRunLimit).contains(atoms.count),
      atoms.allSatisfy({ $0.bytes.first.map { $0 >= 0x80 } ?? false })
    else { return [exact] }
    var forms = [
      exact, .boosted(.sloppyPhrase(field: field.id, terms: atoms, slop: 1), 0.5),
    ]
    for missing in atoms.indices {
      var wrong = atoms
      wrong.remove(at: missing)
      // At an end there is nothing to be wrong between: that character may be any or none.
      forms.append(.boosted(.phrase(field: field.id, terms: rebased(wrong)), 0.5))
      guard missing > 0, missing + 1 < atoms.count else { continue }
      for place in missing..<wrong.count {
        wrong[place] = PhraseTerm(bytes: wrong[place].bytes, offset: wrong[place].offset - 1)
      }
      forms.append(.boosted(.phrase(field: field.id, terms: rebased(wrong)), 0.5))
    }
    return forms
  }

  /// The terms with offsets from the first.
  private static func rebased(_ terms: [PhraseTerm]) -> [PhraseTerm] {
    let first = terms.first?.offset ?? 0
    return terms.map { PhraseTerm(bytes: $0.bytes, offset: $0.offset - first) }
  }
}
