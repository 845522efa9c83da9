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
        evidence.add(candidate.tag.concept, in: place)
      }
    }
    for (passage, candidates) in passages.enumerated() { add(candidates, at: passage) }
    for (section, candidates) in headings.enumerated() { add(candidates, at: places[section]) }
    if let title = document.metadata.title.value {
      for candidate in candidates(in: Array(title.utf8)[...], &text, &matches)
      where candidate.isSure {
        evidence.addTitle(candidate.tag.concept)
      }
    }
    func counted(_ candidates: [Candidate], at place: Int) -> [ConceptTag] {
      candidates.filter { $0.isSure || evidence.holds(for: $0.tag.concept, in: place) }.map(\.tag)
    }
    return DocumentMentions(
      passages: passages.enumerated().map { counted($1, at: $0) },
      headings: headings.enumerated().map { counted($1, at: places[$0]) })
  }

  /// What may be mentioned in each of some spans that rise; none where there is no span.
  private func candidates(
    in spans: [TextSpan?], of document: PolicyDocument, _ text: inout LabelText,
    _ matches: inout [LabelMatch]
  ) -> [[Candidate]] {
    let utf8 = document.text.utf8
    var repairs = document.repairs.filter { $0.replacement != nil }[...]
    return spans.map { span in
      guard let span else { return [] }
      let own = Self.repairs(within: span.bytes, of: &repairs)
      guard own.isEmpty else {
        return mended(ReadingText(utf8[span.bytes], source: span, repairs: own), &text, &matches)
      }
      return candidates(in: utf8[span.bytes], &text, &matches)
    }
  }

  /// Of each heading the passage that follows it, the last one where none does.
  private static func places(
    ofHeadings spans: [TextSpan?], in document: PolicyDocument
  ) -> [Int] {
    var passage = 0
    return spans.map { span in
      guard let span else { return 0 }
      while passage + 1 < document.passages.count,
        document.passages[passage].span.start.byte < span.end.byte
      {
        passage += 1
      }
      return passage
    }
  }

  /// Takes the repairs within a range off those that stand in the order of the text.
  private static func repairs(
    within bytes: Range<Int>, of repairs: inout ArraySlice<Repair>
  ) -> [Repair] {
    while let first = repairs.first, first.span.start.byte < bytes.lowerBound {
      repairs = repairs.dropFirst()
    }
    return Array(repairs.prefix { $0.span.end.byte <= bytes.upperBound })
  }

  /// What may be mentioned in a damaged passage as it is read, as ranges of the source.
  private func mended(
    _ reading: ReadingText, _ text: inout LabelText, _ matches: inout [LabelMatch]
  ) -> [Candidate] {
    candidates(in: reading.utf8[...], &text, &matches).map { candidate in
      var candidate = candidate
      candidate.tag.range = reading.sourceBytes(of: candidate.tag.range)
      return candidate
    }
  }
}
