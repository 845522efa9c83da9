import GazetteDocument

/// Finds what the sentences of a document refer to, and the places of the document itself that they mean.
struct CrossReferenceReader {
  private let document: PolicyDocument
  /// What the document says of others, in the order of the text.
  private let relations: [DocumentRelation]
  private var positions: PositionCounter
  private var known: [Int: [CrossReference]] = [:]
  private var resolved: [SectionNumber: [SectionPath]] = [:]

  init(_ document: PolicyDocument) {
    self.document = document
    relations = document.relations.filter { $0.kind != .translates && $0.kind != .issues }
      .sorted { $0.evidence.start < $1.evidence.start }
    positions = PositionCounter(text: document.text.utf8)
  }

  /// What a sentence refers to, in the order of the text; read once, however often it is asked.
  mutating func references(inSentence sentence: Int, of passage: Int) -> [CrossReference] {
    if let found = known[sentence] { return found }
    let span = document.sentences[sentence].span
    var cited = relations.filter { $0.evidence.bytes.overlaps(span.bytes) }
    cited += repeated(in: span, besides: cited)
    var found = cited.map { relation in
      CrossReference(
        span: relation.evidence,
        text: MeasureWords.words(document.text.utf8[relation.evidence.bytes]),
        title: relation.title, number: relation.number, place: nil, relation: relation,
        documents: [], paths: [])
    }
    let places = PlaceScan(document.text.utf8, in: span.bytes).places
    if !places.isEmpty { positions.move(to: span.start) }
    for place in places {
      if let reference = reference(place, cited: cited, section: document.passages[passage].section)
      {
        found.append(reference)
      }
    }
    found.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    known[sentence] = found
    return found
  }

  /// The relations whose documents a sentence cites again by their titles in 《》, each with its place there as evidence.
  private mutating func repeated(
    in span: TextSpan, besides cited: [DocumentRelation]
  ) -> [DocumentRelation] {
    let text = document.text.utf8
    var found: [DocumentRelation] = []
    var at = span.start.byte
    while at + 3 <= span.end.byte {
      guard text.span.triple(at: at, end: span.end.byte) == HanSign.openBook else {
        at += 1
        continue
      }
      var end = at + 3
      while end < span.end.byte, text.span.triple(at: end, end: span.end.byte) != HanSign.closeBook
      {
        end += 1
      }
      let name = FamilyName.title(String(decoding: text[at + 3..<end], as: UTF8.self))
      var close = min(end + 3, span.end.byte)
      let isCited = cited.contains { $0.evidence.bytes.overlaps(at..<close) }
      if !isCited, !name.isEmpty,
        var relation = relations.first(where: { $0.title.map(FamilyName.title) == name })
      {
        // The number in the bracket behind the title belongs to it.
        if text.span.triple(at: close, end: span.end.byte) == HanSign.openBracket {
          var last = close + 3
          while last < span.end.byte,
            text.span.triple(at: last, end: span.end.byte) != HanSign.closeBracket
          {
            last += 1
          }
          close = min(last + 3, span.end.byte)
        }
        positions.move(to: span.start)
        relation.evidence = positions.span(at..<close)
        found.append(relation)
      }
      at = close
    }
    return found
  }

  private mutating func reference(
    _ place: PlaceScan.Place, cited: [DocumentRelation], section: Int
  ) -> CrossReference? {
    let span = positions.span(place.bytes)
    let text = MeasureWords.words(document.text.utf8[place.bytes])
    if let other = cited.first(where: { isOf($0.evidence.bytes, place.bytes) }) {
      return CrossReference(
        span: span, text: text, title: other.title, number: other.number, place: place.number,
        relation: other, documents: [], paths: [])
    }
    let paths = paths(of: place.number, from: section)
    guard !paths.isEmpty else { return nil }
    return CrossReference(
      span: span, text: text, title: nil, number: nil, place: place.number, relation: nil,
      documents: [document.id], paths: paths)
  }

  /// Whether a place belongs to a document that is cited right before it (《…》第三条) or behind it (`Article 4 of the …`).
  private func isOf(_ citation: Range<Int>, _ place: Range<Int>) -> Bool {
    if citation.overlaps(place) { return true }
    if citation.upperBound <= place.lowerBound {
      return place.lowerBound - citation.upperBound <= 3
    }
    return citation.lowerBound - place.upperBound <= 8
      && document.text.utf8[place.upperBound..<citation.lowerBound].allSatisfy { $0 < 0x80 }
  }

  /// The places of the document itself: a 款 or 项 without its article lies in the article of the sentence.
  private mutating func paths(of number: SectionNumber, from section: Int) -> [SectionPath] {
    let isRelative = [.clause, .item, .point].contains(number.steps[0].unit)
    if isRelative {
      guard let own = ownNumber(of: section),
        let whole = SectionNumber(steps: own.steps + number.steps)
      else { return [] }
      return found(whole)
    }
    return found(number)
  }

  private mutating func found(_ number: SectionNumber) -> [SectionPath] {
    if let known = resolved[number] { return known }
    let paths = document.passages(numbered: number).map { document.path(ofPassage: $0) }
    resolved[number] = paths
    return paths
  }

  private func ownNumber(of section: Int) -> SectionNumber? {
    var current = section
    while let parent = document.sections[current].parent {
      if let printed = document.sections[current].number, let number = SectionNumber(printed),
        number.steps.contains(where: { $0.unit == .article })
      {
        return number
      }
      current = parent
    }
    return nil
  }
}
