import GazetteAnalysis
import GazetteDocument

/// How far the measures of one list ask for what those of another ask for, within a language and across.
///
/// Words count by their rarity among both lists, in bits. Across languages nothing but concepts, figures and the sort of act can
/// be compared, so that a measure without any concept has no likeness there.
struct MeasureLikeness {
  /// A measure of the second list with its likeness.
  struct Match {
    let index: Int
    let likeness: Double
  }

  private let left: [MeasureTerms]
  private let right: [MeasureTerms]
  private var bits: [UInt64: Double] = [:]
  private var conceptBits: [String: Double] = [:]
  /// The measures of the second list by their words and concepts.
  private var postings: [UInt64: [Int32]] = [:]
  private var conceptPostings: [String: [Int32]] = [:]
  private let rightWeights: [Double]

  /// As if each list stood among so many measures that share nothing with it.
  private static let background = 64.0

  /// Prepares two lists; costs time linear in their words.
  init(_ left: [MeasureRecord], _ right: [MeasureRecord]) {
    var stream = TokenStream()
    self.left = left.map { MeasureTerms($0, &stream) }
    self.right = right.map { MeasureTerms($0, &stream) }
    var counts: [UInt64: Int] = [:]
    var conceptCounts: [String: Int] = [:]
    for terms in self.left + self.right {
      for word in terms.words { counts[word, default: 0] += 1 }
      for concept in terms.concepts { conceptCounts[concept, default: 0] += 1 }
    }
    let total = Double(left.count + right.count) + Self.background
    bits = counts.mapValues { MeasureLikeness.log2(total / Double($0)) }
    conceptBits = conceptCounts.mapValues { MeasureLikeness.log2(total / Double($0)) }
    for (index, terms) in self.right.enumerated() {
      for word in terms.words { postings[word, default: []].append(Int32(index)) }
      for concept in terms.concepts { conceptPostings[concept, default: []].append(Int32(index)) }
    }
    let bits = bits
    rightWeights = self.right.map { $0.words.reduce(0) { $0 + (bits[$1] ?? 0) } }
  }

  /// The measures of the second list that are like one of the first, likest first; of equals the earlier.
  ///
  /// - Parameters:
  ///   - index: A measure of the first list.
  ///   - least: The least likeness, 0 to 1.
  /// - Returns: The matches.
  func matches(of index: Int, least: Double) -> [Match] {
    let terms = left[index]
    var common: [Int32: Double] = [:]
    var weight = 0.0
    for word in terms.words {
      let value = bits[word] ?? 0
      weight += value
      for other in postings[word] ?? [] { common[other, default: 0] += value }
    }
    var commonConcepts: [Int32: Double] = [:]
    var conceptWeight = 0.0
    for concept in terms.concepts {
      let value = conceptBits[concept] ?? 0
      conceptWeight += value
      for other in conceptPostings[concept] ?? [] { commonConcepts[other, default: 0] += value }
    }
    var found: [Match] = []
    for other in Set(common.keys).union(commonConcepts.keys) {
      let theirs = right[Int(other)]
      let likeness: Double
      if theirs.isChinese == terms.isChinese {
        likeness = within(
          terms, theirs, common: common[other] ?? 0, weight, rightWeights[Int(other)],
          concepts: conceptWeight > 0 ? (commonConcepts[other] ?? 0) / conceptWeight : 0)
      } else {
        likeness = across(
          terms, theirs, common: commonConcepts[other] ?? 0, conceptWeight,
          theirs.concepts.reduce(0) { $0 + (conceptBits[$1] ?? 0) })
      }
      if likeness >= least { found.append(Match(index: Int(other), likeness: likeness)) }
    }
    return found.sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }
  }

  /// Mostly how much of the first stands in the second: who carries something out says more than was asked.
  private func within(
    _ terms: MeasureTerms, _ theirs: MeasureTerms, common: Double, _ weight: Double,
    _ otherWeight: Double, concepts: Double
  ) -> Double {
    guard weight > 0, otherWeight > 0 else { return 0 }
    let words = 0.7 * common / weight + 0.3 * common / otherWeight
    // A concept in other words lifts what few words have in common; another sort of act on the same thing is another measure.
    let lifted = max(words, 0.75 * words + 0.25 * concepts)
    return min(1, isOtherAct(terms, theirs) ? Self.otherAct * lifted : lifted)
  }

  private func across(
    _ terms: MeasureTerms, _ theirs: MeasureTerms, common: Double, _ weight: Double,
    _ otherWeight: Double
  ) -> Double {
    guard weight > 0, otherWeight > 0, common > 0 else { return 0 }
    let concepts = 2 * common / (weight + otherWeight)
    let isSameAct = terms.group != nil && terms.group == theirs.group
    let shared = terms.figures.intersection(theirs.figures).count
    let all = terms.figures.count + theirs.figures.count
    let figures = all == 0 ? 0.5 : Double(2 * shared) / Double(all)
    // One concept alone says what it is about, not what is asked.
    let evidence = common + Self.figureBits * Double(shared) + (isSameAct ? Self.actBits : 0)
    return (0.65 * concepts + (isSameAct ? 0.15 : 0) + 0.2 * figures)
      * min(1, evidence / Self.enoughBits)
  }

  /// What is left of a likeness where the acts are of different sorts.
  private static let otherAct = 0.8
  /// What a common figure and a common sort of act tell across languages, and how much is enough, in bits.
  private static let (figureBits, actBits, enoughBits) = (4.0, 2.0, 10.0)

  /// Whether both name an act, and no word nor the sort of it is the same.
  private func isOtherAct(_ terms: MeasureTerms, _ theirs: MeasureTerms) -> Bool {
    guard !terms.acts.isEmpty, !theirs.acts.isEmpty else { return false }
    if let group = terms.group, group != .other, group == theirs.group { return false }
    return !terms.acts.contains(where: theirs.acts.contains)
  }

  /// The logarithm to base 2 without Foundation: the exponent, and a series for the rest.
  private static func log2(_ value: Double) -> Double {
    guard value > 1 else { return 0 }
    let significand = value.significand
    // ln(m) = 2 artanh((m − 1) / (m + 1)); m lies in 1..<2, so that few terms do.
    let x = (significand - 1) / (significand + 1)
    var term = x
    var sum = 0.0
    var odd = 1.0
    while term / odd > 1e-12 {
      sum += term / odd
      term *= x * x
      odd += 2
    }
    return Double(value.exponent) + 2 * sum * 1.442_695_040_888_963_4
  }
}
