import GazetteDocument

/// What became of each heading and passage of a document between two of its states.
///
/// Headings and passages are aligned as whole texts, white space aside. What is left over stands elsewhere in the same words, or is
/// paired by the words that both have with what was left over in the same place.
struct DocumentComparison {
  /// A unit of the old state, of the new one, or one of each that belong together.
  struct Pair {
    let old: Int?
    let new: Int?
    let kind: CorpusChanges.Kind?
  }

  /// The pairs in the order of the new text, what is gone where it stood; of kind `nil` what stayed.
  private(set) var pairs: [Pair] = []

  init(_ old: DocumentUnits, _ new: DocumentUnits) {
    var known: [String: UInt32] = [:]
    let keys = (old: old.keys(&known), new: new.keys(&known))
    let matches = SequenceAlignment(keys.old, keys.new).matches
    let moved = DocumentComparison.moves(keys.old, keys.new, except: matches)
    let arrived = Set(moved.values)
    var (left, right) = (0, 0)
    for (leftEnd, rightEnd) in matches.map({ ($0.left, $0.right) }) + [(old.count, new.count)] {
      let gone = (left..<leftEnd).filter { moved[$0] == nil }
      let come = (right..<rightEnd).filter { !arrived.contains($0) }
      pairs += UnitPairing(old, gone, new, come).pairs.map { pair in
        let kind: CorpusChanges.Kind =
          pair.left == nil ? .new : pair.right == nil ? .gone : .changed
        return Pair(old: pair.left, new: pair.right, kind: kind)
      }
      pairs += (left..<leftEnd).compactMap { place in
        moved[place].map { Pair(old: place, new: $0, kind: .moved) }
      }
      if leftEnd < old.count, rightEnd < new.count {
        pairs.append(Pair(old: leftEnd, new: rightEnd, kind: nil))
      }
      (left, right) = (leftEnd + 1, rightEnd + 1)
    }
  }

  /// What did not stay in its place but stands elsewhere in the same words, the first with the first.
  private static func moves(
    _ old: [UInt32], _ new: [UInt32], except matches: [SequenceAlignment.Match]
  ) -> [Int: Int] {
    let stayed = (old: Set(matches.map(\.left)), new: Set(matches.map(\.right)))
    var places: [UInt32: [Int]] = [:]
    for place in new.indices.reversed() where !stayed.new.contains(place) {
      places[new[place], default: []].append(place)
    }
    var moves: [Int: Int] = [:]
    for place in old.indices where !stayed.old.contains(place) {
      moves[place] = places[old[place]]?.popLast()
    }
    return moves
  }
}
