extension Explainer {
  /// Explains a term with a weight.
  func explain(_ term: Term, _ weight: Float) throws(IndexError) -> Explanation? {
    let found = try compiler.find(term)
    guard let info = found.info(in: segment) else { return nil }
    let cursor = try compiler.cursor(info, term.field, segment)
    cursor.advance(to: docID)
    guard cursor.docID == docID else { return nil }
    let isKeyword = !compiler.hasPositions(term.field)
    var explanation = try bm25(
      .term, label(term), term.field, weight, isKeyword ? 1 : Float(cursor.termFrequency))
    explanation = Explanation(
      kind: .term, label: explanation.label, value: explanation.value, parts: [],
      factors: explanation.factors + [
        Explanation.Factor(
          name: .documentFrequency, label: "", value: Double(found.documentFrequency)),
        Explanation.Factor(
          name: .entryCount, label: "", value: Double(compiler.statistics.entryCount)),
      ])
    return explanation
  }

  /// Explains phrases, whose frequency is counted anew.
  func explainPlaces(_ query: Query, _ factor: Float) throws(IndexError) -> Explanation? {
    let kind: Explanation.Kind
    let field: FieldID
    let phrases: [[PhraseTerm]]
    var counted = query
    switch query {
    case .phrase(let own, let terms):
      (kind, field, phrases) = (.phrase, own, [terms])
      counted = .sloppyPhrase(field: own, terms: terms, slop: 0)
    case .sloppyPhrase(let own, let terms, _):
      (kind, field, phrases) = (.sloppyPhrase, own, [terms])
    case .near(let own, let all, _): (kind, field, phrases) = (.near, own, all)
    default: return nil
    }
    if case .near = query {
    } else if let only = phrases.first, only.count == 1 {
      let term = Term(field: field, bytes: only[0].bytes)
      return try explain(term, try compiler.find(term).weight * factor)
    }
    guard
      let scorer = try compiler.scorer(for: counted, in: segment, factor: factor)
        as? PositionalScorer
    else { return nil }
    scorer.advance(to: docID)
    guard scorer.docID == docID else { return nil }
    let words = phrases.map { phrase in
      "\"" + phrase.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ") + "\""
    }
    return try bm25(
      kind, name(field) + ":" + words.joined(separator: " "), field, scorer.weight, scorer.found)
  }

  func explainFuzzy(
    _ query: Query, _ word: Term, _ edits: Int, _ factor: Float
  ) throws(IndexError) -> Explanation {
    var parts: [Explanation] = []
    for (term, scale, weight) in try compiler.fuzzyTerms(query) {
      if let part = try explain(term, weight * factor * scale) { parts.append(part) }
    }
    return sum(.fuzzy, "\(label(word))~\(edits)", parts)
  }

  func explainFields(_ terms: [WeightedTerm], _ factor: Float) throws(IndexError) -> Explanation {
    let weight = try compiler.fieldsWeight(terms) * factor
    var frequency: Float = 0
    var factors: [Explanation.Factor] = []
    for weighted in terms {
      let field = weighted.term.field
      guard let info = try compiler.find(weighted.term).info(in: segment) else { continue }
      let part = FieldsScorer.Part(
        cursor: try compiler.cursor(info, field, segment), weight: weighted.weight,
        norms: compiler.statistics.norms[Int(field.rawValue)],
        lengths: try compiler.lengths(of: field, in: segment))
      part.cursor.advance(to: docID)
      guard part.cursor.docID == docID else { continue }
      let share = FieldsScorer.share(of: part, docID)
      frequency += share
      factors.append(
        Explanation.Factor(name: .share, label: label(weighted.term), value: Double(share)))
    }
    factors.insert(Explanation.Factor(name: .weight, label: "", value: Double(weight)), at: 0)
    return Explanation(
      kind: .fields, label: terms.first.map { label($0.term) } ?? "",
      value: Double(BM25.score(weight: weight, frequency: frequency, norm: 1)), parts: [],
      factors: factors)
  }

  private func bm25(
    _ kind: Explanation.Kind, _ label: String, _ field: FieldID, _ weight: Float,
    _ frequency: Float
  ) throws(IndexError) -> Explanation {
    var norm = BM25.keywordNorm
    var factors: [Explanation.Factor] = []
    func add(_ name: Explanation.Factor.Name, _ value: Float) {
      factors.append(Explanation.Factor(name: name, label: "", value: Double(value)))
    }
    let number = Int(field.rawValue)
    if let norms = compiler.statistics.norms[number],
      let lengths = try compiler.lengths(of: field, in: segment)
    {
      let code = lengths[Int(docID)]
      norm = norms[code]
      add(.length, Float(FieldLength.table[Int(code)]))
      add(.averageLength, compiler.statistics.averageLengths[number] ?? 0)
    }
    add(.norm, norm)
    add(.frequency, frequency)
    add(.weight, weight)
    return Explanation(
      kind: kind, label: label,
      value: Double(BM25.score(weight: weight, frequency: frequency, norm: norm)), parts: [],
      factors: factors.reversed())
  }
}
