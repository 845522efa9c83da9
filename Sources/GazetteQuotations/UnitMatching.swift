/// Finds the units of different documents that say the same in one language.
struct UnitMatching {
  /// Two units, the one of the earlier document first.
  struct Match {
    let left: Int
    let right: Int
    let likeness: UnitLikeness
    let isSame: Bool
  }

  /// Two units are compared when they share at least this many features.
  private static let leastFeatures: UInt16 = 2
  /// No unit is compared with more than this many others, those with the most features in common.
  private static let mostCandidates = 64

  private let texts: TextUnits
  private let rarity: TermRarity
  private let index: FeatureIndex
  private let documents: [Int32]
  /// The bits of all different words and concepts of each unit.
  private let weights: [Float]

  /// - Parameters:
  ///   - texts: The units.
  ///   - rarity: How rare their words are.
  ///   - documents: The document of each passage.
  init(_ texts: TextUnits, _ rarity: TermRarity, documents: [Int32]) {
    self.texts = texts
    self.rarity = rarity
    let own = texts.units.map { documents[Int($0.passage)] }
    self.documents = own
    index = FeatureIndex(texts, rarity, documents: own)
    weights = texts.units.indices.map { unit in
      Set(texts.all(of: unit)).reduce(0) { $0 + rarity.bits(of: $1) }
    }
  }

  /// All matches between documents that are to be compared.
  func matches(_ isWanted: (Int, Int) -> Bool) -> [Match] {
    var counts = [UInt16](repeating: 0, count: texts.units.count)
    var touched: [Int] = []
    var matches: [Match] = []
    for unit in texts.units.indices {
      touched.removeAll(keepingCapacity: true)
      let own = documents[unit]
      index.forEachNeighbour(of: unit) { other in
        guard documents[other] > own else { return }
        if counts[other] == 0 { touched.append(other) }
        counts[other] &+= 1
      }
      var candidates = touched.filter { counts[$0] >= Self.leastFeatures }
      if candidates.count > Self.mostCandidates {
        candidates.sort { (counts[$1], $0) < (counts[$0], $1) }
        candidates.removeLast(candidates.count - Self.mostCandidates)
      }
      for other in candidates where isWanted(Int(own), Int(documents[other])) {
        if let match = match(unit, other) { matches.append(match) }
      }
      for other in touched { counts[other] = 0 }
    }
    return matches
  }

  private func match(_ one: Int, _ other: Int) -> Match? {
    guard texts.units[one].isHan == texts.units[other].isHan else { return nil }
    let likeness = UnitLikeness(
      index.features(of: one), index.features(of: other),
      lighter: min(weights[one], weights[other]), index, rarity)
    guard likeness.isParallel(rarest: rarity.rarest) else { return nil }
    return Match(
      left: one, right: other, likeness: likeness,
      isSame: texts.words(of: one).elementsEqual(texts.words(of: other)))
  }
}
