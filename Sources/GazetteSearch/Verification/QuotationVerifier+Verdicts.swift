import GazetteDocument
import GazetteIndex
import GazetteQuotations

extension QuotationVerifier {
  /// The verdict on a quotation with its evidence.
  mutating func judged(_ judgement: QuotationJudgement) throws -> VerifiedQuotation {
    if let outcome = judgement.outcome {
      return try report(judgement, outcome.verdict, outcome.finding)
    }
    if let other = judgement.other, let claim = judgement.claim {
      // The words stand elsewhere: is it another wording of what the named document says?
      if judgement.isReworded { return try report(judgement, .rendering, other) }
      for finding in judgement.others where try isParallel(finding, to: claim) {
        return try report(judgement, .rendering, finding)
      }
      return try report(judgement, .misattributed, other)
    }
    if let rendering = try rendering(of: judgement) {
      return try report(judgement, .rendering, nil, source: rendering.source, rendering.likeness)
    }
    let nearest = try nearest(to: judgement)
    return try report(
      judgement, .absent, nil, nearest: nearest?.source, nearest?.likeness)
  }

  private mutating func report(
    _ judgement: QuotationJudgement, _ verdict: QuotationVerdict, _ finding: Finding?,
    source known: QuotedSource? = nil, nearest: QuotedSource? = nil, _ likeness: Double? = nil
  ) throws -> VerifiedQuotation {
    let source = try known ?? finding.flatMap { try self.source(of: $0) }
    var folded = finding?.match.folded ?? []
    if finding?.window.isMended ?? false { folded.insert(.repairs) }
    var claim = judgement.claim
    if let source, verdict.isSound, let place = claim?.place {
      claim?.isElsewhere = try !isAt(place, source)
    }
    // What reads the mended words is not the same bytes.
    let isMended = finding?.window.isMended ?? false
    return VerifiedQuotation(
      quotation: judgement.quotation,
      verdict: verdict == .exact && isMended ? .normalised : verdict,
      folded: FoldedForm.allCases.filter(folded.contains),
      differences: Self.sorted(verdict == .altered ? finding?.match.differences ?? [] : []),
      source: source, nearest: nearest, likeness: likeness ?? finding?.match.likeness,
      claimed: claim, attribution: try source.flatMap { try attribution(of: $0) })
  }

  /// Those that weigh the most first.
  private static func sorted(_ differences: [QuotationDifference]) -> [QuotationDifference] {
    let order = QuotationDifference.Kind.allCases
    return differences.enumerated().sorted { left, right in
      let own = order.firstIndex(of: left.element.kind) ?? 0
      let other = order.firstIndex(of: right.element.kind) ?? 0
      return own != other ? own < other : left.offset < right.offset
    }.map(\.element)
  }

  // MARK: Places

  private func source(of finding: Finding) throws -> QuotedSource? {
    try source(in: finding.window.record, finding.window.span(of: finding.match.bytes))
  }

  func source(in record: DocumentRecord, _ span: TextSpan) throws -> QuotedSource? {
    guard record.passageCount > 0 else { return nil }
    let index = try record.passage(holding: span.start.byte) ?? record.passageCount - 1
    let passage = try record.citedPassage(at: index)
    let sentence = passage.sentences.first { sentence in
      let own = sentence.sentence.span
      return own.start <= span.start && span.end <= own.end
    }
    let first =
      sentence
      ?? passage.sentences.first { $0.sentence.span.bytes.contains(span.start.byte) }
    return QuotedSource(
      passage: passage, span: span, text: try record.words(span.bytes),
      path: sentence?.path ?? passage.path,
      voice: first.map { passage.voice(of: $0) } ?? passage.passage.voice,
      flags: first.map { passage.flags(of: $0) } ?? passage.passage.flags)
  }

  /// Whether a quotation stands at the place that the draft names.
  private func isAt(_ place: String, _ source: QuotedSource) throws -> Bool {
    if let id = MachineID(place) { return id.bytes.overlaps(source.span.bytes) }
    let document = try search.document(named: source.document.id.name)
    guard let named = try? DocumentPlace(place, in: document) else { return true }
    guard let sentence = named.sentence, let passage = named.passages.first else {
      return named.passages.contains(source.passage.index)
    }
    let row = document.passages[passage].sentences.lowerBound + sentence - 1
    return document.sentences.indices.contains(row)
      && document.sentences[row].span.bytes.overlaps(source.span.bytes)
  }

  // MARK: Other wordings

  /// Whether a named document has a passage that says what another one says in the place of the quotation.
  private mutating func isParallel(_ finding: Finding, to claim: ClaimedSource) throws -> Bool {
    guard let source = try source(of: finding) else { return false }
    for name in claim.documents {
      if try parallels.partner(of: source.passage.index, in: finding.document, within: name) != nil
        || parallels.areTranslations(finding.document, name)
      {
        return true
      }
      if try wording(source.text, in: try search.record(named: name.name)) != nil { return true }
    }
    return false
  }

  /// The sentence of a document that says the same as a text in other words; `nil` when none does.
  private mutating func wording(
    _ text: String, in record: DocumentRecord
  ) throws -> (source: QuotedSource, likeness: Double)? {
    let likeness = try likeness(to: text)
    var best: (span: TextSpan, likeness: Double)?
    for index in 0..<record.passageCount {
      let passage = try record.citedPassage(at: index)
      // A passage that lacks the words as a whole has no sentence with them.
      guard likeness.share(in: passage.readingText) >= WordingLikeness.least else { continue }
      for sentence in passage.sentences {
        let words = passage.readingText(of: sentence)
        guard likeness.isWording(words) else { continue }
        let found = likeness.share(in: words)
        if found > best?.likeness ?? 0 { best = (sentence.sentence.span, found) }
      }
    }
    guard let best, let source = try source(in: record, best.span) else { return nil }
    return (source, best.likeness)
  }

  mutating func likeness(to text: String) throws -> WordingLikeness {
    WordingLikeness(
      text, terms: try candidates.rarest(of: text), passages: search.searcher.entryCount)
  }

  /// Another wording of what a document that is named says in another language.
  private mutating func rendering(
    of judgement: QuotationJudgement
  ) throws -> (source: QuotedSource, likeness: Double)? {
    guard let claim = judgement.claim, let best = try nearest(to: judgement) else { return nil }
    // A translation of one's own: the nearest sentence says it, and stands in a translation of the document that is named.
    let isWording = try likeness(to: judgement.quoted.text).isWording(best.sentence)
    guard isWording else { return nil }
    for name in claim.documents
    where try parallels.partner(
      of: best.source.passage.index, in: best.source.document.id, within: name) != nil
    {
      return (best.source, best.likeness)
    }
    return nil
  }

  /// The sentence of the index that comes nearest to a quotation.
  private mutating func nearest(
    to judgement: QuotationJudgement
  ) throws -> (source: QuotedSource, sentence: String, likeness: Double)? {
    let likeness = try likeness(to: judgement.quoted.text)
    var best: (record: DocumentRecord, span: TextSpan, sentence: String, likeness: Double)?
    for candidate in try candidates.near(judgement.quoted.text) {
      let record = try search.record(of: candidate.group)
      let passage = try record.citedPassage(at: candidate.passage)
      for sentence in passage.sentences {
        let words = passage.readingText(of: sentence)
        let found = likeness.share(in: words)
        if found > best?.likeness ?? -1 { best = (record, sentence.sentence.span, words, found) }
      }
    }
    guard let best, let source = try source(in: best.record, best.span) else { return nil }
    return (source, best.sentence, best.likeness)
  }

  // MARK: Attribution

  /// Who said the words, when and on what occasion: from their own passage, else from one that says the same and tells.
  private mutating func attribution(of source: QuotedSource) throws -> QuotationAttribution? {
    if source.voice.speaker != nil {
      return QuotationAttribution(
        voice: source.voice, from: source.passage.id,
        place: "\(source.document.id.name)#\(source.path)", isParallel: false)
    }
    let metadata = source.document.metadata
    switch source.voice.kind {
    case .unknown, .leaderSpeech, .narration: break
    // What a body issued under its name has its author.
    case .policy where metadata.issuer.value == nil && metadata.number.value == nil: break
    case .policy, .expert, .caption, .sourceLine: return nil
    }
    let likeness = try likeness(to: source.text)
    for candidate in try candidates.near(source.text) {
      let record = try search.record(of: candidate.group)
      let passage = try record.citedPassage(at: candidate.passage)
      guard passage.id != source.passage.id else { continue }
      for sentence in passage.sentences {
        let voice = passage.voice(of: sentence)
        guard voice.speaker != nil, voice.kind == .leaderSpeech,
          likeness.isWording(passage.readingText(of: sentence))
        else { continue }
        return QuotationAttribution(
          voice: voice, from: sentence.id,
          place: "\(passage.document.id.name)#\(sentence.path)", isParallel: true)
      }
    }
    return nil
  }
}
