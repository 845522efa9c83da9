import GazetteDocument

/// The part of a passage that is shown for a query: whole sentences, with the matches lit.
public struct Snippet: Sendable, Hashable, CustomStringConvertible {
  /// One sentence of a snippet.
  public struct Line: Sendable, Hashable {
    /// The sentence.
    public let sentence: CitedSentence
    /// Its words in stretches; joined they are the sentence's text.
    public let pieces: [SnippetPiece]
  }

  /// The sentences, in the order of the text; never empty for a passage with sentences.
  public let lines: [Line]
  /// Whether sentences of the passage were left out.
  public let isShortened: Bool

  /// Chooses the sentences of a passage that hold matches, or its first one when none does.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - matches: What matches in it; those without a span are left aside.
  ///   - limit: The most sentences to take, at least one.
  package init(of passage: CitedPassage, matches: [Match], limit: Int = 3) {
    let spans = matches.compactMap { $0.span?.bytes }
    var chosen = passage.sentences.filter { sentence in
      spans.contains { $0.overlaps(sentence.sentence.span.bytes) }
    }
    if chosen.isEmpty { chosen = Array(passage.sentences.prefix(1)) }
    lines = chosen.prefix(max(1, limit)).map {
      Line(
        sentence: $0,
        pieces: Snippet.pieces(of: $0, lit: spans, mended: passage.repairs(in: $0)))
    }
    isShortened = lines.count < passage.sentences.count
  }

  /// The sentences with `**` around each match.
  public var description: String {
    lines.map { line in
      line.pieces.map { $0.isMatch ? "**\($0.text)**" : $0.text }.joined()
    }.joined(separator: " ")
  }

  /// Cuts a sentence where matches and mended places begin and end; matches that touch or overlap are lit as one, and a
  /// mended place is one piece.
  private static func pieces(
    of sentence: CitedSentence, lit spans: [Range<Int>], mended repairs: [Repair]
  ) -> [SnippetPiece] {
    let whole = sentence.sentence.span.bytes
    let utf8 = Array(sentence.text.utf8)
    let lit = merged(spans.map { $0.clamped(to: whole) })
    var pieces: [SnippetPiece] = []
    var place = whole.lowerBound
    func add(_ range: Range<Int>, isMatch: Bool, reading: String? = nil) {
      guard !range.isEmpty else { return }
      let local = (range.lowerBound - whole.lowerBound)..<(range.upperBound - whole.lowerBound)
      guard local.upperBound <= utf8.count else { return }
      pieces.append(
        SnippetPiece(
          text: String(decoding: utf8[local], as: UTF8.self), isMatch: isMatch, reading: reading))
    }
    func addSound(upTo end: Int) {
      for span in lit where span.upperBound > place && span.lowerBound < end {
        add(place..<max(place, span.lowerBound), isMatch: false)
        let start = max(place, span.lowerBound)
        place = min(end, span.upperBound)
        add(start..<place, isMatch: true)
      }
      add(place..<max(place, end), isMatch: false)
      place = max(place, end)
    }
    for repair in repairs {
      guard let replacement = repair.replacement, repair.span.start.byte >= place else { continue }
      addSound(upTo: repair.span.start.byte)
      let range = repair.span.bytes
      add(range, isMatch: lit.contains { $0.overlaps(range) }, reading: replacement)
      place = range.upperBound
    }
    addSound(upTo: whole.upperBound)
    return pieces
  }

  /// Stretches in the order of the text; those that touch or overlap become one.
  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for span in spans.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, span.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
