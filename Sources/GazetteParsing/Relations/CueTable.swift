internal import GazetteDocument

/// Words that tell relations, looked for in Latin text: whole ones, the case of letters aside.
struct CueTable: Sendable {
  /// The cues by their first letter, the longest first.
  private var cues = [[CitationLexicon.Cue]](repeating: [], count: 26)

  mutating func insert(_ cue: CitationLexicon.Cue) {
    guard let first = cue.words.first, first.isLowercase else { return }
    let letter = Int(first - 0x61)
    let place = cues[letter].firstIndex { $0.words.count < cue.words.count } ?? cues[letter].count
    cues[letter].insert(cue, at: place)
  }

  /// The first cue in a range; of those at one place the longest.
  func first(
    _ text: Span<UInt8>, in range: Range<Int>
  ) -> (kind: DocumentRelation.Kind, range: Range<Int>)? {
    for position in range {
      for cue in cues(text, at: position) where isCue(cue.words, text, position, range.upperBound) {
        return (cue.kind, position..<position + cue.words.count)
      }
    }
    return nil
  }

  /// The cue in a range that ends last; of those with one end the longest.
  func last(
    _ text: Span<UInt8>, in range: Range<Int>
  ) -> (kind: DocumentRelation.Kind, range: Range<Int>)? {
    var best: (kind: DocumentRelation.Kind, range: Range<Int>)?
    for position in range {
      for cue in cues(text, at: position)
      where position + cue.words.count > best?.range.upperBound ?? 0
        && isCue(cue.words, text, position, range.upperBound)
      {
        best = (cue.kind, position..<position + cue.words.count)
      }
    }
    return best
  }

  /// The cues that may begin at a place: none within a word.
  @inline(__always)
  private func cues(_ text: Span<UInt8>, at position: Int) -> [CitationLexicon.Cue] {
    let letter = Int(text[position] | 0x20) - 0x61
    guard letter >= 0, letter < 26, position == 0 || !text[position - 1].isLetter else { return [] }
    return cues[letter]
  }

  private func isCue(
    _ words: [UInt8], _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard start + words.count <= end else { return false }
    for index in 1..<words.count {
      let byte = text[start + index]
      guard (byte.isUppercase ? byte | 0x20 : byte) == words[index] else { return false }
    }
    let after = start + words.count
    return after == text.count || !text[after].isLetter
  }
}
