extension QueryCompiler {
  /// The cursors of the distinct terms of some phrases in a segment, rarest first, and what a match of all is worth.
  private struct Positional {
    let cursors: [PostingCursor]
    /// Each phrase: its terms in the order given, with offsets from the least.
    let phrases: [[PhraseScorer.Slot]]
    let scoring: PositionalScorer.Scoring
  }

  /// `nil` when a term is missing in the segment, or when no text can hold one of the phrases.
  private func positional(
    _ field: FieldID, _ phrases: [[PhraseTerm]], _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Positional? {
    guard let norms = statistics.norms[Int(field.rawValue)],
      let lengths = try lengths(of: field, in: segment)
    else { return nil }
    var places: [[UInt8]: Int] = [:]
    var infos: [TermInfo] = []
    var weight: Float = 0
    for term in phrases.joined() where places[term.bytes] == nil {
      let found = try find(Term(field: field, bytes: term.bytes))
      guard let info = found.info(in: segment) else { return nil }
      weight += found.weight
      places[term.bytes] = infos.count
      infos.append(info)
    }
    let order = infos.indices.sorted {
      (infos[$0].documentFrequency, $0) < (infos[$1].documentFrequency, $1)
    }
    var ranks = [Int](repeating: 0, count: infos.count)
    var cursors: [PostingCursor] = []
    for (rank, place) in order.enumerated() {
      ranks[place] = rank
      cursors.append(try cursor(infos[place], field, segment))
    }
    var slots: [[PhraseScorer.Slot]] = []
    for phrase in phrases {
      guard let offsets = Self.offsets(phrase) else { return nil }
      slots.append(
        zip(phrase, offsets).map { term, offset in
          PhraseScorer.Slot(cursor: ranks[places[term.bytes] ?? 0], offset: offset)
        })
    }
    return Positional(
      cursors: cursors, phrases: slots,
      scoring: PositionalScorer.Scoring(weight: weight * factor, norms: norms, lengths: lengths))
  }

  /// The offsets of the terms from the least; `nil` when they lie so far apart that no text can match.
  static func offsets(_ phrase: [PhraseTerm]) -> [UInt32]? {
    let least = phrase.map(\.offset).min() ?? 0
    var offsets: [UInt32] = []
    for term in phrase {
      let (distance, overflow) = term.offset.subtractingReportingOverflow(least)
      guard !overflow, let offset = UInt32(exactly: distance) else { return nil }
      offsets.append(offset)
    }
    return offsets
  }

  func sloppyPhraseScorer(
    _ field: FieldID, _ terms: [PhraseTerm], _ slop: Int, _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    guard terms.count > 1 else {
      return try scorer(for: .phrase(field: field, terms: terms), in: segment, factor: factor)
    }
    guard let found = try positional(field, [terms], segment, factor) else { return nil }
    let order = found.phrases[0].enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    let scorer = SloppyPhraseScorer(
      found.cursors, slots: order.map(\.element), slop: slop, scoring: found.scoring)
    return scorer.docID == Scorer.end ? nil : scorer
  }

  func nearScorer(
    _ field: FieldID, _ phrases: [[PhraseTerm]], _ distance: Int, _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    var distinct: [[PhraseTerm]] = []
    for phrase in phrases where !distinct.contains(phrase) { distinct.append(phrase) }
    guard !distinct.isEmpty, !distinct.contains([]),
      let found = try positional(field, distinct, segment, factor)
    else { return nil }
    let scorer = NearScorer(
      found.cursors, phrases: found.phrases.map { PhraseOccurrences($0) }, distance: distance,
      scoring: found.scoring)
    return scorer.docID == Scorer.end ? nil : scorer
  }

  func fieldsScorer(
    _ terms: [WeightedTerm], _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    var parts: [FieldsScorer.Part] = []
    for weighted in terms {
      let field = weighted.term.field
      guard let info = try find(weighted.term).info(in: segment) else { continue }
      parts.append(
        FieldsScorer.Part(
          cursor: try cursor(info, field, segment), weight: weighted.weight,
          norms: statistics.norms[Int(field.rawValue)], lengths: try lengths(of: field, in: segment)
        ))
    }
    guard !parts.isEmpty else { return nil }
    return FieldsScorer(parts, weight: try fieldsWeight(terms) * factor)
  }

  /// The inverse document frequency of the most frequent of some terms.
  func fieldsWeight(_ terms: [WeightedTerm]) throws(IndexError) -> Float {
    var most = 0
    for weighted in terms { most = max(most, try find(weighted.term).documentFrequency) }
    return BM25.weight(documentFrequency: most, entryCount: statistics.entryCount)
  }
}
