internal import GazetteAnalysis
package import GazetteDocument

extension ConceptMatcher {
  /// The mentions in the passages and headings of a document by their numbers; see `mentions(in:)`.
  ///
  /// What is damaged is searched as it is read; its mentions are ranges of the source all the same.
  package func tags(in document: PolicyDocument) -> DocumentMentions<ConceptTag> {
    var text = LabelText()
    var matches: [LabelMatch] = []
    let passages = candidates(
      in: document.passages.map(\.span), of: document, &text, &matches)
    let spans = document.ownHeadingSpans
    let headings = candidates(in: spans, of: document, &text, &matches)
    let places = Self.places(ofHeadings: spans, in: document)
    var evidence = ContextEvidence(thesaurus, passageCount: passages.count)
    func add(_ candidates: [Candidate], at place: Int) {
      for candidate in candidates where candidate.isSure {
        evidence.add(candidate.concept, in: place)
      }
    }
    for (passage, candidates) in passages.enumerated() { add(candidates, at: passage) }
    for (section, candidates) in headings.enumerated() { add(candidates, at: places[section]) }
    if let title = document.metadata.title.value {
      for candidate in candidates(in: Array(title.utf8)[...], &text, &matches)
      where candidate.isSure {
        evidence.addTitle(candidate.concept)
      }
    }
    func counted(_ candidates: [Candidate], at place: Int) -> [ConceptTag] {
      Self.tags(candidates.filter { $0.isSure || evidence.holds(for: $0.concept, in: place) })
    }
    return DocumentMentions(
      passages: passages.enumerated().map { counted($1, at: $0) },
      headings: headings.enumerated().map { counted($1, at: places[$0]) })
  }

  /// What may be mentioned in each of some spans, in whatever order; none where there is no span.
  private func candidates(
    in spans: [TextSpan?], of document: PolicyDocument, _ text: inout LabelText,
    _ matches: inout [LabelMatch]
  ) -> [[Candidate]] {
    let utf8 = document.text.utf8
    let repairs = document.repairs.filter { $0.replacement != nil }
    return spans.map { span in
      guard let span else { return [] }
      let own = Self.repairs(within: span.bytes, of: repairs)
      guard own.isEmpty else {
        return mended(ReadingText(utf8[span.bytes], source: span, repairs: own), &text, &matches)
      }
      return candidates(in: utf8[span.bytes], &text, &matches)
    }
  }

  /// Of each heading the passage that follows it, the last one where none does.
  ///
  /// Headings stand in the order of the text, but for that of the root: a title may stand anywhere.
  private static func places(
    ofHeadings spans: [TextSpan?], in document: PolicyDocument
  ) -> [Int] {
    let passages = document.passages
    return spans.map { span in
      guard let span else { return 0 }
      let next = first(of: passages.count) { passages[$0].span.start.byte >= span.end.byte }
      return max(0, min(next, passages.count - 1))
    }
  }

  /// Those of the repairs, which stand in the order of the text, that lie within a range.
  private static func repairs(within bytes: Range<Int>, of repairs: [Repair]) -> [Repair] {
    let start = first(of: repairs.count) { repairs[$0].span.start.byte >= bytes.lowerBound }
    return Array(repairs[start...].prefix { $0.span.end.byte <= bytes.upperBound })
  }

  /// The first of some numbers from 0 of which something is true that stays true from there on; their count when it is of none.
  private static func first(of count: Int, where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What may be mentioned in a damaged passage as it is read, as ranges of the source.
  private func mended(
    _ reading: ReadingText, _ text: inout LabelText, _ matches: inout [LabelMatch]
  ) -> [Candidate] {
    candidates(in: reading.utf8[...], &text, &matches).map { candidate in
      var candidate = candidate
      candidate.range = reading.sourceBytes(of: candidate.range)
      return candidate
    }
  }
}
