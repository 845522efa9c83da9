extension PolicyDocument {
  /// Where the heading of a section stands; of the root, where a title stands that is part of no passage and no other heading.
  ///
  /// Costs for the root a walk over the passages and sections.
  ///
  /// - Parameter section: The section, as an index into `sections`.
  /// - Returns: The place in the source text; `nil` for what stands nowhere in it.
  public func titleSpan(ofSection section: Int) -> TextSpan? {
    guard section == 0 else { return sections[section].headingSpan }
    guard let span = metadata.title.evidence, span.start.byte < span.end.byte,
      span.end.byte <= text.utf8.count
    else { return nil }
    let bytes = span.bytes
    let isElsewhere =
      passages.contains { $0.span.bytes.overlaps(bytes) }
      || sections.contains { $0.headingSpan?.bytes.overlaps(bytes) ?? false }
    return isElsewhere ? nil : span
  }

  /// For each section where its heading stands, the title for the root, unless that is the beginning of a passage.
  ///
  /// A heading that its paragraph goes on from is part of a passage, and what it says is said there. Costs a walk over the
  /// passages and sections.
  public var ownHeadingSpans: [TextSpan?] {
    var passage = 0
    return sections.indices.map { section in
      guard let span = titleSpan(ofSection: section), section > 0 else {
        return titleSpan(ofSection: section)
      }
      while passage < passages.count, passages[passage].span.end.byte <= span.start.byte {
        passage += 1
      }
      let isWithin =
        passage < passages.count && passages[passage].span.start.byte < span.end.byte
      return isWithin ? nil : span
    }
  }
}
