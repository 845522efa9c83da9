/// Tells whether a sentence says what a term is, by the words beside the term.
struct DefinitionCues {
  /// The atoms of the sentence.
  let atoms: [TermReader.Atom]
  /// Where the term stands among them.
  let term: Range<Int>

  /// A cue stands at most so many words or characters away from the term.
  private static let reach = 4

  /// How far some words may stand behind the term.
  private static let farReach = 32

  /// How surely it says so, 0 to 1.
  var strength: Double {
    var best = 0.0
    for place in term.upperBound..<min(atoms.count, term.upperBound + Self.reach) {
      let match = PhraseTable.definitions.match(at: place, of: atoms) {
        $0.phrase.section == "after"
      }
      guard let match else { continue }
      let distance = Double(place - term.upperBound) / Double(Self.reach * 2)
      let isWeak = match.phrase.condition == .weak
      // 是 and "is" say what a term is right behind it, and much else further on.
      if isWeak, place > term.upperBound { continue }
      best = max(best, (isWeak ? 0.55 : 1) * (1 - distance * (isWeak ? 1.5 : 0.5)))
    }
    if best == 0 {
      // X, of which this and that can be said, is the standard of …
      let far = (term.upperBound..<min(atoms.count, term.upperBound + Self.farReach)).contains {
        PhraseTable.definitions.match(at: $0, of: atoms) {
          $0.phrase.section == "after" && $0.phrase.condition == .far
        } != nil
      }
      if far { best = 0.55 }
    }
    for place in max(0, term.lowerBound - 2 * Self.reach)..<term.lowerBound {
      let match = PhraseTable.definitions.match(at: place, of: atoms) {
        $0.phrase.section == "before"
      }
      guard let match, match.atoms.upperBound <= term.lowerBound,
        term.lowerBound - match.atoms.upperBound <= Self.reach / 2
      else { continue }
      best = max(best, 0.7)
    }
    return best
  }
}
