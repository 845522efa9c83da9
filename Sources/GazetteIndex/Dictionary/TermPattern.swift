/// What describes terms of one field.
enum TermPattern {
  case prefix([UInt8])
  case wildcard(WildcardPattern)
  case range(from: [UInt8]?, through: [UInt8]?)
  case fuzzy(FuzzyPattern)

  /// The pattern of a query, and its field; `nil` when the query is none over terms.
  init?(_ query: Query) {
    switch query {
    case .prefix(let term): self = .prefix(term.bytes)
    case .wildcard(let term): self = .wildcard(WildcardPattern(term.bytes))
    case .termRange(_, let from, let through): self = .range(from: from, through: through)
    case .fuzzy(let term, let edits, let prefix):
      self = .fuzzy(FuzzyPattern(term.bytes, edits: edits, prefix: prefix))
    default: return nil
    }
  }

  /// The bytes that every term begins with.
  private var prefix: [UInt8] {
    switch self {
    case .prefix(let bytes): bytes
    case .wildcard(let pattern): pattern.prefix
    case .range: []
    case .fuzzy(let pattern): pattern.prefix
    }
  }

  /// Hands every term of the pattern in a dictionary to a closure, in order.
  ///
  /// The closure gets its bytes, what the dictionary says, and the edits of a fuzzy one, and says whether to go on.
  consuming func forEachTerm(
    of field: FieldID, in dictionary: TermDictionary,
    _ body: (ArraySlice<UInt8>, TermInfo, Int) throws(IndexError) -> Bool
  ) throws(IndexError) {
    var walker = try dictionary.terms(prefix: Term(field: field, bytes: prefix))
    var isThere: Bool
    if case .range(let from?, _) = self {
      isThere = try walker.seek(to: [field.rawValue] + from)
    } else {
      isThere = try walker.next()
    }
    while isThere {
      let term = walker.key.dropFirst()
      switch self {
      case .prefix:
        guard try body(term, walker.info, 0) else { return }
      case .wildcard(let pattern):
        if pattern.matches(term) {
          guard try body(term, walker.info, 0) else { return }
        }
      case .range(_, let through):
        if let through, through.lexicographicallyPrecedes(term) { return }
        guard try body(term, walker.info, 0) else { return }
      case .fuzzy(var pattern):
        // Moved out and back, so that its rows are not copied.
        self = .prefix([])
        let verdict = pattern.judge(term)
        self = .fuzzy(pattern)
        switch verdict {
        case .match(let edits):
          guard try body(term, walker.info, edits) else { return }
        case .miss: break
        case .dead(let length):
          guard let after = Self.successor(of: walker.key[...length]) else { return }
          isThere = try walker.seek(to: after)
          continue
        }
      }
      isThere = try walker.next()
    }
  }

  /// The first key after all that begin with some bytes; `nil` when there is none.
  private static func successor(of key: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes = Array(key)
    while let last = bytes.popLast() {
      if last < 0xFF { return bytes + [last + 1] }
    }
    return nil
  }
}
