internal import GazetteDocument

/// The English words around a citation that tell the relation: `in accordance with …`, `… are repealed`.
struct EnglishCues: ~Escapable {
  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// The relation that the words around a citation tell, with the place of the cue; `nil` when none does.
  func relation(
    of range: Range<Int>, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, range: Range<Int>)? {
    behind(range.upperBound, in: block) ?? ahead(of: range.lowerBound, in: block)
  }

  /// A cue behind a citation, within its sentence and with few words between.
  private func behind(
    _ start: Int, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, range: Range<Int>)? {
    let limit = min(block.upperBound, start + 90)
    let end = sentenceEnd(from: start, to: limit)
    guard let found = CitationLexicon.shared.englishAfter.first(text, in: start..<end),
      isQuiet(start..<found.range.lowerBound)
    else { return nil }
    return found
  }

  /// Whether no other paper and no new clause begins in a range: only small words and dates do.
  private func isQuiet(_ range: Range<Int>) -> Bool {
    for index in range
    where text[index] == 0x3B || text[index] == 0x3A || text[index] == 0x28 {
      return false
    }
    return !(text.firstPlace(of: ", and ", in: range) != nil || range.count > 70)
  }

  private func sentenceEnd(from start: Int, to limit: Int) -> Int {
    var position = start
    while position < limit {
      if text[position] == 0x2E, position + 1 == limit || text[position + 1].isSpace {
        return position
      }
      position += 1
    }
    return limit
  }

  /// A cue in front of a citation: nothing but small words and other citations between.
  private func ahead(
    of start: Int, in block: Range<Int>
  ) -> (kind: DocumentRelation.Kind, range: Range<Int>)? {
    let least = max(block.lowerBound, start - 60)
    guard let found = CitationLexicon.shared.englishBefore.last(text, in: least..<start),
      isDirect(found.range.upperBound..<start)
    else { return nil }
    return found
  }

  /// Whether nothing but an article, a reference to a part, or an opening mark stands in a range.
  private func isDirect(_ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    var words = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte == 0x2C || byte == 0x2E || byte == 0x3B || byte == 0x3A { return false }
      if byte.isSpace { words += 1 }
      position += 1
    }
    return words <= 6
  }
}
