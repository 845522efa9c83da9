/// Says of one entry how its score comes about.
struct Explainer {
  let compiler: QueryCompiler
  let segment: Int
  let docID: UInt32

  /// Explains a query whose boosts so far multiply to a factor; `nil` when the entry does not match.
  func explain(_ query: Query, _ factor: Float) throws(IndexError) -> Explanation? {
    guard try matches(query) else { return nil }
    switch query {
    case .nothing: return nil
    case .everything: return value(.everything, "", 0)
    case .range(let column, let range):
      let name = compiler.schema.columns[Int(column.rawValue)]
      return value(.range, "\(name):\(range.lowerBound)..\(range.upperBound)", 0)
    case .constant(_, let score): return value(.constant, "", Double(score * factor))
    case .prefix(let term): return value(.prefix, label(term) + "*", Double(factor))
    case .wildcard(let term): return value(.wildcard, label(term), Double(factor))
    case .termRange(let field, let from, let through):
      let ends = [from, through].map { String(decoding: $0 ?? [], as: UTF8.self) }
      return value(.termRange, name(field) + ":" + ends.joined(separator: ".."), Double(factor))
    case .term(let term):
      return try explain(term, try compiler.find(term).weight * factor)
    case .phrase, .sloppyPhrase, .near: return try explainPlaces(query, factor)
    case .fuzzy(let word, let edits, _): return try explainFuzzy(query, word, edits, factor)
    case .fields(let terms): return try explainFields(terms, factor)
    case .all(let parts): return sum(.all, "", try explain(parts, factor))
    case .any(let parts, _): return sum(.any, "", try explain(parts, factor))
    case .within(let scope, let parts):
      return sum(.within, label(scope), try explain(parts, factor))
    case .excluding(let kept, _): return sum(.excluding, "", try explain([kept], factor))
    case .preferring(let first, let second):
      return sum(.preferring, "", try explain([first, second], factor))
    case .boosted(let part, let further):
      let parts = try explain([part], factor * further)
      return Explanation(
        kind: .boosted, label: "", value: parts.reduce(0) { $0 + $1.value }, parts: parts,
        factors: [Explanation.Factor(name: .boost, label: "", value: Double(further))])
    }
  }

  private func matches(_ query: Query) throws(IndexError) -> Bool {
    guard let scorer = try compiler.scorer(for: query, in: segment) else { return false }
    scorer.advance(to: docID)
    return scorer.docID == docID
  }

  private func explain(_ parts: [Query], _ factor: Float) throws(IndexError) -> [Explanation] {
    var explained: [Explanation] = []
    for part in parts {
      if let explanation = try explain(part, factor) { explained.append(explanation) }
    }
    return explained
  }

  private func value(_ kind: Explanation.Kind, _ label: String, _ value: Double) -> Explanation {
    Explanation(kind: kind, label: label, value: value, parts: [], factors: [])
  }

  func sum(_ kind: Explanation.Kind, _ label: String, _ parts: [Explanation]) -> Explanation {
    Explanation(
      kind: kind, label: label, value: parts.reduce(0) { $0 + $1.value }, parts: parts, factors: [])
  }

  func name(_ field: FieldID) -> String { compiler.schema.fields[Int(field.rawValue)].name }

  func label(_ term: Term) -> String {
    name(term.field) + ":" + String(decoding: term.bytes, as: UTF8.self)
  }

  private func label(_ scope: BlockScope) -> String {
    switch scope {
    case .sentence(let field): "sentence:" + name(field)
    case .entry: "entry"
    case .run(let column): "run:" + compiler.schema.columns[Int(column.rawValue)]
    case .group: "group"
    }
  }
}
