import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// A text field of the policy schema and the field of its stems; looked up once for a query's many terms.
  struct TextField {
    let id: FieldID
    let stems: FieldID?

    init(_ field: PolicyField) {
      id = field.id
      stems = Schema.policy.stems(of: id)
    }
  }

  /// A field that words are looked for in when none is named, with what a match in it is worth.
  private struct Place {
    let field: TextField
    let weight: Float
    let isAnchor: Bool

    init(_ field: PolicyField, weight: Float, isAnchor: Bool) {
      self.field = TextField(field)
      self.weight = weight
      self.isAnchor = isAnchor
    }
  }

  /// A passage is about what it says itself; headings and the title are the same for many passages, so they add little.
  private static let places = [
    Place(.body, weight: 1, isAnchor: true),
    Place(.heading, weight: 0.5, isAnchor: true),
    Place(.title, weight: 0.3, isAnchor: false),
    // What a damaged passage reads in the source: found all the same, and no reason to stand before a sound one.
    Place(.raw, weight: 0.05, isAnchor: true),
  ]

  /// What a stem is worth beside the exact form, which counts on top.
  private static let stemWeight: Float = 0.4

  /// Lowers a word that names no field.
  mutating func wordPart(_ word: String, _ syntax: QuerySyntax) -> Part? {
    let terms = terms(word)
    guard !terms.atoms.isEmpty else { return nil }
    if terms.isCut { note(.tooLong, syntax.range) }
    note(
      QueryPiece(
        text: word, range: syntax.range, kind: terms.atoms.count > 1 ? .phrase : .word, field: nil,
        atoms: terms.atoms, stem: terms.stem))
    var part = part { Self.forms(terms, in: $0) }
    if let number = QueryNumber.canonical(word) {
      let query = Query.term(Term(field: PolicyField.number.id, number))
      part.query = .any([part.query, query])
      part.anchors.append(query)
      part.choice?.matching.append(query)
    }
    return part
  }

  /// Lowers a phrase that names no field.
  mutating func phrasePart(_ phrase: String, _ syntax: QuerySyntax) -> Part? {
    let terms = terms(phrase)
    guard !terms.atoms.isEmpty else {
      note(.emptyQuote, syntax.range)
      return Part(query: .nothing)
    }
    if terms.isCut { note(.tooLong, syntax.range) }
    note(
      QueryPiece(
        text: phrase, range: syntax.range, kind: .phrase, field: nil, atoms: terms.atoms))
    return part { [Self.phrase(terms.phrase, in: $0)] }
  }

  /// Lowers a prefix that names no field.
  mutating func prefixPart(_ word: String, _ syntax: QuerySyntax) -> Part? {
    let terms = terms(word)
    guard !terms.atoms.isEmpty else { return nil }
    note(
      QueryPiece(
        text: word, range: syntax.range, kind: .prefix, field: nil, atoms: terms.atoms))
    return part { [Self.prefix(terms, in: $0)] }
  }

  /// One part of a partial match.
  func partialPart(_ term: PhraseTerm) -> Part {
    part { [.term(Term(field: $0.id, bytes: term.bytes))] }
  }

  /// One word of a partial match.
  func partialPart(_ terms: QueryTerms) -> Part {
    part { Self.forms(terms, in: $0) }
  }

  /// Looks for the forms of something in every place.
  func part(_ forms: (TextField) -> [Query]) -> Part {
    var queries: [Query] = []
    var anchors: [Query] = []
    var choice: (matching: [Query], adding: [Query]) = ([], [])
    for place in Self.places {
      let found = forms(place.field)
      let weighted = found.map { Self.weighted($0, place.weight) }
      queries += weighted
      if place.isAnchor || isTitleEnough {
        anchors += found
        choice.matching += weighted
      } else {
        choice.adding += weighted
      }
    }
    return Part(query: .any(queries), anchors: anchors, choice: choice)
  }

  private static func weighted(_ query: Query, _ weight: Float) -> Query {
    guard weight != 1 else { return query }
    if case .boosted(let inner, let factor) = query { return .boosted(inner, factor * weight) }
    return .boosted(query, weight)
  }

  /// A word in a text field: the exact form, and its stem or the compound that holds it whole.
  static func forms(_ terms: QueryTerms, in field: TextField) -> [Query] {
    var forms = [phrase(terms.phrase, in: field)]
    if let compound = terms.compound {
      forms.append(.term(Term(field: field.id, bytes: compound)))
    }
    if let stem = terms.stem, let stems = field.stems {
      forms.append(.boosted(.term(Term(field: stems, bytes: stem)), stemWeight))
    }
    return forms
  }

  /// A phrase in a text field; a phrase of one term is that term.
  static func phrase(_ terms: [PhraseTerm], in field: TextField) -> Query {
    terms.count == 1
      ? .term(Term(field: field.id, bytes: terms[0].bytes))
      : .phrase(field: field.id, terms: terms)
  }

  /// A prefix in a text field: of one word, or of a compound; a run of Han is found as a phrase anyway.
  static func prefix(_ terms: QueryTerms, in field: TextField) -> Query {
    if let whole = terms.compound ?? (terms.atoms.count == 1 ? terms.atoms[0].bytes : nil) {
      return .prefix(Term(field: field.id, bytes: whole))
    }
    guard let last = terms.atoms.last, let end = terms.parts.last, last == end else {
      return phrase(terms.phrase, in: field)
    }
    // The engine has no phrase that ends in a prefix: the words before as a phrase, the last anywhere.
    return .all([
      phrase(Array(terms.phrase.dropLast()), in: field),
      .prefix(Term(field: field.id, bytes: last.bytes)),
    ])
  }
}
