/// What a query may be for it to be answered: checked without recursion, before anything is made of it.
enum QueryLimits {
  /// How deep queries may stand within each other.
  static let depth = 100
  /// How many terms and combinations a query may have in all.
  ///
  /// A thousand words, each looked for in three fields as word and as stem, come to some twenty thousand.
  static let size = 65_536

  /// Throws `IndexError.tooLarge` or `invalidQuery` for a query that cannot be answered.
  static func check(_ query: Query, schema: Schema) throws(IndexError) {
    if case .term(let term) = query { return try check(term.field, schema) }
    if case .phrase(let field, let terms) = query, terms.count < size {
      return try check(field, schema)
    }
    var open: [(query: Query, depth: Int)] = [(query, 1)]
    var size = 0
    while let (query, depth) = open.popLast() {
      size += 1
      guard depth <= Self.depth else {
        throw .tooLarge(what: "the depth of the query", limit: Self.depth)
      }
      switch query {
      case .everything, .nothing: break
      case .term(let term), .prefix(let term): try check(term.field, schema)
      case .phrase(let field, let terms):
        try check(field, schema)
        size += terms.count
      case .sloppyPhrase, .near, .wildcard, .termRange, .fuzzy, .fields:
        size += try checkTerms(query, schema)
      case .all(let parts), .any(let parts, _):
        size += parts.count
        guard size <= Self.size else { break }
        open += parts.map { ($0, depth + 1) }
      case .within(let scope, let parts):
        try check(scope, parts, schema)
        size += parts.count
        guard size <= Self.size else { break }
        open += parts.map { ($0, depth + 1) }
      case .excluding(let first, let second), .preferring(let first, let second):
        open += [(first, depth + 1), (second, depth + 1)]
      case .range(let column, _):
        try check(column, schema)
      case .boosted(let part, let factor):
        guard factor.isFinite, factor >= 0 else {
          throw .invalidQuery(reason: "\(factor) is no factor")
        }
        open.append((part, depth + 1))
      case .constant(let part, let score):
        guard score.isFinite else { throw .invalidQuery(reason: "\(score) is no score") }
        open.append((part, depth + 1))
      }
      guard size <= Self.size else {
        throw .tooLarge(what: "the number of terms of the query", limit: Self.size)
      }
    }
  }

  static func check(_ column: ColumnID, _ schema: Schema) throws(IndexError) {
    guard Int(column.rawValue) < schema.columns.count else {
      throw .invalidQuery(reason: "there is no column \(column.rawValue)")
    }
  }

  static func check(_ field: FieldID, _ schema: Schema) throws(IndexError) {
    guard Int(field.rawValue) < schema.fields.count else {
      throw .invalidQuery(reason: "there is no field \(field.rawValue)")
    }
  }
}
