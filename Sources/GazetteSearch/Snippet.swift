import GazetteDocument

/// The part of a passage that is shown for a query: whole sentences, with the matches lit.
public struct Snippet: Sendable, Hashable, CustomStringConvertible {
  /// One sentence of a snippet.
  public struct Line: Sendable, Hashable {
    /// The sentence.
    public let sentence: CitedSentence
    /// Its words in stretches, those left out of a long sentence too; joined they are the sentence's text.
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
      line.pieces.map { piece in
        if piece.isOmitted { return "…" }
        return piece.isMatch ? "**\(piece.text)**" : piece.text
      }.joined()
    }.joined(separator: " ")
  }

  /// Cuts a sentence where matches, mended places and what is left out begin and end; matches that touch or overlap, or
  /// have nothing but white space between them, are lit as one, and a mended place is one piece.
  private static func pieces(
    of sentence: CitedSentence, lit spans: [Range<Int>], mended repairs: [Repair]
  ) -> [SnippetPiece] {
    let whole = sentence.sentence.span.bytes
    let utf8 = Array(sentence.text.utf8)
    let lit = merged(spans.map { $0.clamped(to: whole) }) { gap in
      utf8[gap.lowerBound - whole.lowerBound..<gap.upperBound - whole.lowerBound]
        .allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
    func local(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound
    }
    let kept = SnippetWindow(
      sentence.text, solid: (lit + repairs.map(\.span.bytes)).map(local)
    ).kept(around: lit.map(local))
    var pieces: [SnippetPiece] = []
    var place = whole.lowerBound
    func add(_ range: Range<Int>, isMatch: Bool, reading: String? = nil) {
      let range = local(range)
      guard !range.isEmpty, range.upperBound <= utf8.count else { return }
      var start = range.lowerBound
      func put(upTo end: Int, isOmitted: Bool) {
        guard start < end else { return }
        pieces.append(
          SnippetPiece(
            text: String(decoding: utf8[start..<end], as: UTF8.self), isMatch: isMatch,
            reading: reading, isOmitted: isOmitted))
        start = end
      }
      for shown in kept where shown.upperBound > start {
        put(upTo: min(shown.lowerBound, range.upperBound), isOmitted: true)
        put(upTo: min(shown.upperBound, range.upperBound), isOmitted: false)
      }
      put(upTo: range.upperBound, isOmitted: true)
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

  /// Stretches in the order of the text; those that touch or overlap, or have only blanks between them, become one.
  private static func merged(
    _ spans: [Range<Int>], isBlank: (Range<Int>) -> Bool
  ) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for span in spans.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last,
        span.lowerBound <= last.upperBound || isBlank(last.upperBound..<span.lowerBound)
      {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
