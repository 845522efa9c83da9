/// The parts of a quotation between its marks of omission, one after the other in a source.
struct FragmentChain {
  /// One way to place all parts.
  private struct Placement {
    let places: [Range<Int>]
    let gaps: [Range<Int>]
    var isInOnePassage: Bool
    var guarded: [(gap: Range<Int>, found: GuardWords.Found)]

    var left: Int { gaps.reduce(0) { $0 + $1.count } }
  }

  private let fragments: [QuotedWords.Fragment]
  private let window: SourceWindow
  private var placements: [Placement] = []

  init(_ fragments: [QuotedWords.Fragment], in window: SourceWindow) {
    self.fragments = fragments
    self.window = window
    let places = fragments.map { $0.places(in: window.text) }
    guard places.allSatisfy({ !$0.isEmpty }) else { return }
    for first in places[0] {
      var chain = [first]
      for candidates in places.dropFirst() {
        guard
          let next = candidates.first(where: { $0.lowerBound >= chain[chain.count - 1].upperBound })
        else { break }
        chain.append(next)
      }
      guard chain.count == fragments.count else { continue }
      placements.append(placement(chain))
    }
  }

  private func placement(_ places: [Range<Int>]) -> Placement {
    let gaps = zip(places, places.dropFirst()).map { $0.upperBound..<$1.lowerBound }
    let guards = GuardWords.standard
    let whole = places[0].lowerBound..<places[places.count - 1].upperBound
    return Placement(
      places: places, gaps: gaps,
      isInOnePassage: window.text.bytes(ofWords: whole).map(window.isInOnePassage) ?? false,
      guarded: gaps.flatMap { gap in
        guards.found(in: gap, of: window.text).filter { !$0.isWeak }.map { (gap, $0) }
          + numerals(in: gap).map { (gap, $0) }
      })
  }

  /// The gap when it counts something in Han numerals, which are words of other words too; one of something is no number.
  private func numerals(in gap: Range<Int>) -> [GuardWords.Found] {
    guard window.text.words[gap].contains(where: { $0.kind == .han }) else { return [] }
    let figures = PassageFact.facts(in: window.text.text(ofWords: gap), isChinese: true)
      .filter { $0.isFigure && $0 != .number(thousandths: 1_000) }
    guard !figures.isEmpty, !window.text.words[gap].contains(where: { $0.kind == .number }) else {
      return []
    }
    return [GuardWords.Found(kind: .number, isWeak: false, range: gap)]
  }

  /// The placement that leaves out the least and nothing that turns what is said.
  func elided() -> QuotationMatch? {
    let sound = placements.filter { placement in
      placement.isInOnePassage && placement.guarded.isEmpty
        && placement.gaps.allSatisfy { weight(of: $0) <= 3 * MatchingContract.longestGap }
    }
    guard let best = sound.min(by: { $0.left < $1.left }) else { return nil }
    var forms: Set<FoldedForm> = []
    for (fragment, place) in zip(fragments, best.places) {
      forms.formUnion(fragment.forms(at: place, in: window.text))
    }
    return match(best, grade: .elided, folded: forms)
  }

  /// The placement that leaves out the least, with what it leaves out and may not.
  func broken() -> QuotationMatch? {
    guard let best = placements.min(by: { $0.left < $1.left }) else { return nil }
    var differences = best.guarded.map { gap, found in
      QuotationDifference(
        kind: found.kind, draft: "…", source: window.text.text(ofWords: found.range))
    }
    if differences.isEmpty {
      differences = best.gaps.map { gap in
        QuotationDifference(kind: .words, draft: "…", source: shown(gap))
      }
    }
    return match(best, grade: .altered, differences: differences)
  }

  private func match(
    _ placement: Placement, grade: QuotationMatch.Grade, folded: Set<FoldedForm> = [],
    differences: [QuotationDifference] = []
  ) -> QuotationMatch? {
    let bytes = placement.places.compactMap(window.text.bytes)
    guard let whole = QuotationComparison.hull(bytes) else { return nil }
    return QuotationMatch(
      grade: grade, bytes: whole, fragments: bytes, folded: folded, differences: differences)
  }

  /// How much a gap weighs: a word three, a Han character one.
  private func weight(of gap: Range<Int>) -> Int {
    window.text.words[gap].reduce(0) { $0 + ($1.kind == .han ? 1 : 3) }
  }

  /// The words of a gap, cut where it is long.
  private func shown(_ gap: Range<Int>) -> String {
    gap.count <= 40
      ? window.text.text(ofWords: gap)
      : window.text.text(ofWords: gap.lowerBound..<gap.lowerBound + 20) + " … "
        + window.text.text(ofWords: gap.upperBound - 20..<gap.upperBound)
  }
}
