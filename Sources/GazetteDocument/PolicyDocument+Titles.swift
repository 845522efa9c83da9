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
}
