internal import GazetteDocument

/// The word of a title that tells what its paper does to another: 印发 in 关于印发某某方案的通知.
struct TitleAct {
  /// The relation.
  let kind: DocumentRelation.Kind
  /// Where the word stands.
  let range: Range<Int>
  /// What it is done to, where no marks say it: 某某方案; `nil` when nothing is left of the title.
  let matter: Range<Int>?

  /// Looks for the first such word of a title.
  init?(_ text: Span<UInt8>, in title: Range<Int>) {
    var best: (cue: CitationLexicon.Cue, place: Int)?
    let isLatin = !title.isEmpty && text[title.lowerBound] < 0x80
    for cue in CitationLexicon.shared.titleActs
    where cue.words.first.map({ $0 < 0x80 }) == isLatin {
      guard let place = text.firstPlace(ofCue: cue.words, in: title, endsWord: false) else {
        continue
      }
      if let known = best, known.place <= place { continue }
      best = (cue, place)
    }
    guard let best else { return nil }
    kind = best.cue.kind
    range = best.place..<best.place + best.cue.words.count
    var end = title.upperBound
    if !isLatin, let noun = TitlePattern(text: text).kindNoun(closing: title),
      text.starts(with: "的", at: noun.lowerBound - 3, end: end)
    {
      end = noun.lowerBound - 3
    }
    var rest = text.trimmed(range.upperBound..<max(range.upperBound, end))
    if isLatin, text.starts(with: "the ", at: rest.lowerBound, end: rest.upperBound) {
      rest = rest.lowerBound + 4..<rest.upperBound
    }
    matter = rest.count >= 9 ? rest : nil
  }
}
