import GazetteDocument

extension Coverage {
  /// Below it two measures have nothing to do with each other.
  static let leastLikeness = 0.3
  /// From it on one measure asks for what the other asks for.
  static let sameLikeness = 0.55
  /// The most pairs that are shown of a measure.
  private static let pairLimit = 3

  /// Compares two lists of measures.
  ///
  /// Every pair that a person decided stands as decided: one rejected counts for nothing, one confirmed counts as carried out as far
  /// as it is not weaker. Costs about the length of the lists times the measures that share words.
  ///
  /// - Parameters:
  ///   - sources: What is to be carried out.
  ///   - targets: What may carry it out.
  ///   - decisions: What people decided before.
  public init(
    of sources: [MeasureRecord], by targets: [MeasureRecord],
    decisions: CoverageDecisions = CoverageDecisions()
  ) {
    let likeness = MeasureLikeness(sources, targets)
    var places: [String: Int] = [:]
    for (index, target) in targets.enumerated() { places[target.id.description] = index }
    var used = [Bool](repeating: false, count: targets.count)
    let rows = sources.indices.map { index in
      let id = sources[index].id.description
      var matches = likeness.matches(of: index, least: Self.leastLikeness)
      for target in decisions.confirmed(for: id) {
        if let place = places[target], !matches.contains(where: { $0.index == place }) {
          matches.append(MeasureLikeness.Match(index: place, likeness: 0))
        }
      }
      var pairs = matches.map { match in
        Self.pair(
          index, match, sources[index], targets[match.index],
          decisions.status(of: id, targets[match.index].id.description))
      }
      pairs.sort { Self.order($0) < Self.order($1) }
      // What people decided is always shown.
      let undecided = pairs.filter { $0.status == .proposed }.prefix(Self.pairLimit)
      pairs = pairs.filter { $0.status != .proposed } + undecided
      pairs.sort { Self.order($0) < Self.order($1) }
      for pair in pairs where pair.status != .rejected { used[pair.target] = true }
      let verdict = pairs.first { $0.status != .rejected }?.verdict ?? .notCovered
      return Row(source: index, verdict: verdict, pairs: pairs)
    }
    self.init(
      sources: sources, targets: targets, rows: rows,
      onlyInTarget: targets.indices.filter { !used[$0] })
  }

  /// Confirmed ones first, then those that cover, then the likest, then the earliest; rejected ones at the end.
  private static func order(_ pair: Pair) -> (Int, Int, Double, Int) {
    let status = pair.status == .confirmed ? 0 : pair.status == .proposed ? 1 : 2
    return (status, pair.verdict == .covered ? 0 : 1, -pair.likeness, pair.target)
  }

  private static func pair(
    _ source: Int, _ match: MeasureLikeness.Match, _ first: MeasureRecord, _ second: MeasureRecord,
    _ status: Pair.Status
  ) -> Pair {
    let differences = MeasureDifference.between(first, second)
    let falls = differences.contains { $0.direction == .less || $0.kind == .polarity }
    let isSame = status == .confirmed || match.likeness >= sameLikeness
    let fields = MeasureFieldName.allCases.filter { $0 != .modality }
    func states(_ record: MeasureRecord, _ field: MeasureFieldName) -> Bool {
      field == .actor
        ? record.hasBody : [.stated, .inherited, .inferred].contains(record.state(of: field))
    }
    return Pair(
      source: source, target: match.index, likeness: match.likeness,
      verdict: isSame && !falls ? .covered : .partly, status: status, differences: differences,
      sharedFields: fields.filter { states(first, $0) && states(second, $0) },
      missingFields: fields.filter { states(first, $0) && !states(second, $0) })
  }
}
