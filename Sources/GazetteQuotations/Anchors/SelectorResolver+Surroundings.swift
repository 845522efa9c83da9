import GazetteDocument

extension SelectorResolver {
  /// What stands between the surroundings, where each of them stands once; `nil` when they do not say.
  func between(_ sought: SoughtWords, of selector: Selector) -> SelectorResolution? {
    guard let start = end(of: sought), let end = self.start(of: sought, behind: start), start < end
    else { return nil }
    let places = text.places(of: sought.exact, in: start..<end, limit: 2)
    if let only = places.first {
      // Something was put in beside them. Only while no copy has gone is it sure that this is not another one.
      guard places.count == 1, end - start <= sought.exact.count + Self.longestInsertion,
        let before = selector.occurrences, text.count(of: sought.exact) == before
      else { return nil }
      return found(selector, at: only)
    }
    let words = text.utf8.span.trimmed(start..<end)
    guard !words.isEmpty, end - start <= sought.exact.count * 3 / 2 + Self.longestAddition else {
      return nil
    }
    return SelectorResolution(
      state: .changed, span: span(of: words),
      difference: Self.difference(selector.exact, text.string(in: words)),
      proposals: exactPlaces(of: sought))
  }

  /// A changed stretch may be longer than it was by half and so many bytes.
  private static let longestAddition = 96
  /// Longer stretches are told apart as wholes.
  private static let longestDifference = 1 << 15

  /// Where what stood before the words ends, when it stands once.
  private func end(of sought: SoughtWords) -> Int? {
    if sought.prefixScalars < Selector.contextScalars,
      text.utf8.starts(with: sought.prefix)
    {
      return sought.prefix.count
    }
    guard sought.prefixScalars >= Self.leastContext else { return nil }
    let places = text.places(of: sought.prefix, limit: 2)
    return places.count == 1 ? places[0] + sought.prefix.count : nil
  }

  /// Where what stood behind the words begins, when it stands once.
  private func start(of sought: SoughtWords, behind place: Int) -> Int? {
    if sought.suffixScalars < Selector.contextScalars, text.utf8.hasSuffix(sought.suffix) {
      return text.utf8.count - sought.suffix.count
    }
    guard sought.suffixScalars >= Self.leastContext else { return nil }
    let places = text.places(of: sought.suffix, limit: 2)
    return places.count == 1 && places[0] >= place ? places[0] : nil
  }

  private static func difference(_ old: String, _ new: String) -> [WordDifference.Piece] {
    guard old.utf8.count + new.utf8.count <= longestDifference else {
      return [
        WordDifference.Piece(kind: .deleted, text: old),
        WordDifference.Piece(kind: .inserted, text: new),
      ]
    }
    return WordDifference.pieces(old, new)
  }
}
