extension QueryLimits {
  /// How many bytes the word of a fuzzy query and the pattern of a wildcard may have.
  static let patternLength = 1024
  /// How many phrases may stand near each other.
  static let nearPhrases = 64
  /// How many terms a prefix, wildcard or range may stand for within a sentence.
  static let sentenceTerms = 1024
  /// Why a query cannot be asked of sentences.
  static let notOfSentences =
    "within a sentence there can only be terms, phrases and patterns, and combinations that exclude nothing"

  /// Checks a query over terms of fields; gives how many terms it has.
  static func checkTerms(_ query: Query, _ schema: Schema) throws(IndexError) -> Int {
    switch query {
    case .sloppyPhrase(let field, let terms, let slop):
      try check(field, schema)
      guard slop >= 0 else { throw .invalidQuery(reason: "\(slop) is no number of positions") }
      return terms.count
    case .near(let field, let phrases, let distance):
      try check(field, schema)
      guard distance >= 0 else {
        throw .invalidQuery(reason: "\(distance) is no number of positions")
      }
      guard phrases.count <= nearPhrases else {
        throw .tooLarge(what: "the number of phrases near each other", limit: nearPhrases)
      }
      return phrases.reduce(0) { $0 + $1.count }
    case .wildcard(let pattern):
      try check(pattern, schema)
    case .termRange(let field, _, _):
      try check(field, schema)
    case .fuzzy(let word, let edits, let prefix):
      try check(word, schema)
      guard (1...2).contains(edits), prefix >= 0 else {
        throw .invalidQuery(reason: "a word can be looked for with 1 or 2 edits, not \(edits)")
      }
    case .fields(let terms):
      for weighted in terms {
        try check(weighted.term.field, schema)
        guard weighted.weight.isFinite, weighted.weight >= 0 else {
          throw .invalidQuery(reason: "\(weighted.weight) is no weight")
        }
      }
      return terms.count
    default: break
    }
    return 0
  }

  private static func check(_ pattern: Term, _ schema: Schema) throws(IndexError) {
    try check(pattern.field, schema)
    guard pattern.bytes.count <= patternLength else {
      throw .tooLarge(what: "the bytes of a pattern", limit: patternLength)
    }
  }

  /// Checks a scope, and that its parts can be asked of it.
  static func check(
    _ scope: BlockScope, _ parts: [Query], _ schema: Schema
  ) throws(IndexError) {
    switch scope {
    case .entry, .group: break
    case .run(let column): try check(column, schema)
    case .sentence(let field):
      try check(field, schema)
      guard schema.fields[Int(field.rawValue)].kind == .text else {
        throw .invalidQuery(reason: "only text fields have sentences")
      }
      var open = parts
      while let part = open.popLast() {
        switch part {
        case .term, .phrase, .prefix, .wildcard, .termRange, .fuzzy, .fields: break
        case .all(let parts), .any(let parts, _): open += parts
        case .preferring(let part, _), .boosted(let part, _), .constant(let part, _):
          open.append(part)
        default: throw .invalidQuery(reason: notOfSentences)
        }
      }
    }
  }
}
