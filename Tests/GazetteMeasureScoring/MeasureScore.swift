import GazetteDocument
public import GazetteMeasures

/// How well an extractor does on annotated sentences.
///
/// A sentence is detected when it has at least one measure that is not optional. Measures are paired with annotated ones by the
/// overlap of action and object. Overlap counts Unicode scalars: twice the shared ones over the sum of both. Actor, deadline,
/// indicator and modality are right when they share at least half of the scalars of both together (an inherited actor or modal counts
/// only where it is annotated too).
public struct MeasureScore: Sendable {
  /// Sentences with a measure.
  public var detection = FieldScore()
  /// Measures that were paired.
  public var groups = FieldScore()
  /// Actions, by shared scalars.
  public var actionOverlap = FieldScore()
  /// Actions that are the same.
  public var actionExact = FieldScore()
  /// Objects, by shared scalars.
  public var objectOverlap = FieldScore()
  /// Objects that are the same.
  public var objectExact = FieldScore()
  /// Bodies.
  public var actor = FieldScore()
  /// Deadlines.
  public var deadline = FieldScore()
  /// Indicators.
  public var indicator = FieldScore()
  /// Modal words.
  public var modality = FieldScore()
  /// Pairs whose strength was compared.
  public var strengths = 0
  /// Pairs whose strengths differ by one at most.
  public var strengthsNear = 0
  /// Pairs of the same polarity.
  public var polarities = 0
  /// Sentences that count.
  public var sentences = 0

  /// A score of nothing so far.
  public init() {}

  /// The share of pairs whose strengths differ by one at most.
  public var strengthWithinOne: Double {
    strengths == 0 ? 1 : Double(strengthsNear) / Double(strengths)
  }
  /// The share of pairs of the same polarity.
  public var polarityRight: Double { strengths == 0 ? 1 : Double(polarities) / Double(strengths) }

  /// Adds one sentence with the measures found in it.
  ///
  /// - Returns: Whether everything of the sentence is right; what is wrong otherwise is for people to read.
  @discardableResult
  public mutating func add(_ gold: GoldSentence, found all: [Measure]) -> Bool {
    if gold.label == .optional || gold.label == .part { return true }
    sentences += 1
    let found = all.filter { !$0.isOptional }
    let wanted = gold.measures.filter { !$0.isOptional }
    if !found.isEmpty { detection.found += 1 }
    if gold.label == .measure { detection.wanted += 1 }
    if !found.isEmpty, gold.label == .measure { detection.hits += 1 }
    if gold.label != .measure { return found.isEmpty }
    let before = actionExact.hits + objectExact.hits + actor.hits
    pair(gold.measures, all)
    _ = wanted
    return !found.isEmpty && actionExact.hits + objectExact.hits + actor.hits > before
  }

  private mutating func pair(_ wanted: [GoldMeasure], _ found: [Measure]) {
    var pairs: [(gold: Int, found: Int, weight: Double)] = []
    for (index, gold) in wanted.enumerated() {
      for (other, measure) in found.enumerated() {
        let weight =
          2 * MeasureScore.overlap(gold.action, measure.action.spans.map(\.scalars))
          + MeasureScore.overlap(gold.objects, measure.objects.map(\.scalars))
        if weight > 0.3 { pairs.append((index, other, weight)) }
      }
    }
    pairs.sort {
      $0.weight != $1.weight ? $0.weight > $1.weight : ($0.gold, $0.found) < ($1.gold, $1.found)
    }
    var goldTaken: Set<Int> = []
    var foundTaken: Set<Int> = []
    for pair in pairs where !goldTaken.contains(pair.gold) && !foundTaken.contains(pair.found) {
      goldTaken.insert(pair.gold)
      foundTaken.insert(pair.found)
      if wanted[pair.gold].isOptional { continue }
      compare(wanted[pair.gold], found[pair.found])
    }
    for (index, gold) in wanted.enumerated() where !goldTaken.contains(index) && !gold.isOptional {
      compare(gold, nil)
    }
    for (index, measure) in found.enumerated()
    where !foundTaken.contains(index) && !measure.isOptional {
      compare(nil, measure)
    }
  }

  private mutating func compare(_ gold: GoldMeasure?, _ found: Measure?) {
    if gold != nil { groups.wanted += 1 }
    if found != nil { groups.found += 1 }
    if gold != nil, found != nil { groups.hits += 1 }
    let action = found?.action.spans.map(\.scalars) ?? []
    let objects = found?.objects.map(\.scalars) ?? []
    MeasureScore.weigh(gold?.action ?? [], action, &actionOverlap, &actionExact)
    MeasureScore.weigh(gold?.objects ?? [], objects, &objectOverlap, &objectExact)
    // Inherited fields stand with the measure that states them.
    let actors = found?.actors.filter { $0.state == .stated }.compactMap { $0.span?.scalars } ?? []
    MeasureScore.count(gold?.actors ?? [], actors, &actor, isEach: true)
    MeasureScore.count(gold?.deadlines ?? [], found?.deadline.spans.map(\.scalars) ?? [], &deadline)
    MeasureScore.count(
      gold?.indicators ?? [], found?.indicator.spans.map(\.scalars) ?? [], &indicator)
    let modals = found?.modality.state == .stated ? found?.modality.spans.map(\.scalars) ?? [] : []
    MeasureScore.count(gold?.modalities ?? [], modals, &modality)
    if let gold, let found {
      strengths += 1
      if abs(gold.strength - found.force.strength) <= 1 { strengthsNear += 1 }
      if gold.isNegative == (found.force.polarity == .negative) { polarities += 1 }
    }
  }

  private static func weigh(
    _ gold: [Range<Int>], _ found: [Range<Int>], _ overlap: inout FieldScore,
    _ exact: inout FieldScore
  ) {
    if !gold.isEmpty {
      overlap.wanted += 1
      exact.wanted += 1
    }
    if !found.isEmpty {
      overlap.found += 1
      exact.found += 1
    }
    guard !gold.isEmpty, !found.isEmpty else { return }
    overlap.hits += MeasureScore.overlap(gold, found)
    if Set(gold.flatMap { $0 }) == Set(found.flatMap { $0 }) { exact.hits += 1 }
  }

  private static func count(
    _ gold: [Range<Int>], _ found: [Range<Int>], _ score: inout FieldScore, isEach: Bool = false
  ) {
    if isEach {
      score.wanted += Double(gold.count)
      score.found += Double(found.count)
      for range in gold where found.contains(where: { MeasureScore.overlap([range], [$0]) >= 0.5 })
      {
        score.hits += 1
      }
      return
    }
    if !gold.isEmpty { score.wanted += 1 }
    if !found.isEmpty { score.found += 1 }
    if !gold.isEmpty, !found.isEmpty, MeasureScore.overlap(gold, found) >= 0.5 { score.hits += 1 }
  }

  /// Twice the shared scalars over the sum of both.
  static func overlap(_ left: [Range<Int>], _ right: [Range<Int>]) -> Double {
    let one = Set(left.flatMap { $0 })
    let other = Set(right.flatMap { $0 })
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return 2 * Double(one.intersection(other).count) / Double(one.count + other.count)
  }

  /// The figures as one line a field.
  public var report: String {
    func line(_ name: String, _ score: FieldScore) -> String {
      func three(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        return "\(thousandths / 1_000)." + String(String(thousandths % 1_000 + 1_000).dropFirst())
      }
      let padded = name + String(repeating: " ", count: max(1, 18 - name.count))
      return
        "  \(padded)P \(three(score.precision))  R \(three(score.recall))  F1 \(three(score.f1))  (\(Int(score.wanted)))"
    }
    return [
      line("detection", detection), line("measures paired", groups),
      line("action overlap", actionOverlap), line("action exact", actionExact),
      line("object overlap", objectOverlap), line("object exact", objectExact),
      line("actor", actor), line("deadline", deadline), line("indicator", indicator),
      line("modality", modality),
      "  strength within 1  \(Int((strengthWithinOne * 1_000).rounded()))/1000, polarity \(Int((polarityRight * 1_000).rounded()))/1000, sentences \(sentences)",
    ].joined(separator: "\n")
  }
}
