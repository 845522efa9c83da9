import GazetteIndex
import GazetteQuery

/// What a passage is, beside what it says: how much its document weighs as a source, and whether it is more than a scrap.
///
/// The best passages of a search are put in order again by their scores times a factor near one; what follows them keeps
/// its place. So the factor cannot bring up what says little of what was asked, and costs the same for any corpus.
struct Standing {
  /// How many of the best passages are put in order again.
  static let window = 64
  /// What the strongest source gains over one without strength.
  private static let strengthShare: Float = 0.1
  /// What a passage without words would lose.
  private static let scrapShare: Float = 0.3
  /// Passages shorter than this, in words or Han, are scraps of text: a caption, a cell, a line that names a place.
  private static let scrapLength = 12

  private static let column = Schema.policy.column("strength")

  /// What the strength of the source multiplies by, at least 1.
  let strength: Float
  /// What the length of the passage multiplies by, at most 1.
  let length: Float

  /// What the score is multiplied by.
  var factor: Float { strength * length }

  /// Looks up what the source of a passage weighs, however long the passage is.
  init(ofSourceOf hit: Hit, in searcher: Searcher) throws(IndexError) {
    strength = try Self.strength(of: hit, in: searcher)
    length = 1
  }

  /// Looks up a passage's standing.
  init(of hit: Hit, in searcher: Searcher) throws(IndexError) {
    strength = try Self.strength(of: hit, in: searcher)
    let length = try searcher.length(of: PolicyField.body.id, hit) ?? Self.scrapLength
    let lacking = Float(max(0, Self.scrapLength - length)) / Float(Self.scrapLength)
    self.length = 1 - Self.scrapShare * lacking
  }

  private static func strength(of hit: Hit, in searcher: Searcher) throws(IndexError) -> Float {
    guard let column,
      let value = try searcher.value(of: column, segment: hit.segment, docID: hit.docID)
    else { return 1 }
    let known = max(0, min(Int64(SourceStrength.greatest), value))
    return 1 + strengthShare * Float(known) / Float(SourceStrength.greatest)
  }

  /// How a score with this standing comes about, from how it does without.
  func explanation(of explanation: Explanation) -> Explanation {
    let added = Explanation(
      kind: .standing, label: "", value: explanation.value * Double(factor - 1), parts: [],
      factors: [
        Explanation.Factor(name: .strength, label: "", value: Double(strength)),
        Explanation.Factor(name: .brevity, label: "", value: Double(length)),
      ])
    return Explanation(
      kind: .all, label: "", value: explanation.value + added.value, parts: [explanation, added],
      factors: [])
  }

  /// Hits by falling score, the best of them in the order that their standing gives.
  static func ranked(
    _ hits: [Hit], in searcher: Searcher
  ) throws(IndexError) -> [(hit: Hit, standing: Standing?)] {
    var weighed: [(place: Int, score: Float, standing: Standing)] = []
    for (place, hit) in hits.prefix(window).enumerated() {
      let standing = try Standing(of: hit, in: searcher)
      weighed.append((place, hit.score * standing.factor, standing))
    }
    weighed.sort { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    return weighed.map { (hits[$0.place], $0.standing) }
      + hits.dropFirst(window).map { ($0, nil) }
  }
}
