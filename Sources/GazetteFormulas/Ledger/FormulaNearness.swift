internal import GazetteConcepts
internal import GazetteDocument

/// How near the mentions of a document stand to a formula that it names: where one looks for what the formula consists of.
struct FormulaNearness {
  /// How well a mention shows a member; the greater the better.
  struct Worth {
    /// How it stands to the formula, whether the member itself is named, whether by a sound name.
    private let values: [Int]
    private let distance: Int
    private let document: PolicyDocument.ID

    init(values: [Int], distance: Int, in document: PolicyDocument.ID) {
      (self.values, self.distance, self.document) = (values, distance, document)
    }

    /// Whether it is worth more than another: distances of different documents are not compared, the earlier one stays.
    func exceeds(_ other: Worth?) -> Bool {
      guard let other else { return true }
      if values != other.values { return other.values.lexicographicallyPrecedes(values) }
      return document == other.document && distance < other.distance
    }
  }

  private let document: PolicyDocument
  /// Where the formula is named, by rising passage; of each passage the first place.
  private var named: [(passage: Int, range: Range<Int>)] = []
  /// The sections whose heading names it.
  private var headed: Set<Int> = []
  private let ranges: [Range<Int>]

  /// An enumeration that explains a formula is looked for in so many passages behind it.
  private static let reach = 12

  /// Looks at where a document names a formula.
  init(_ own: [(part: TextPart, mention: ConceptMention)], in document: PolicyDocument) {
    self.document = document
    ranges = own.map(\.mention.range)
    for (part, mention) in own {
      switch part {
      case .passage(let passage):
        if named.last?.passage != passage { named.append((passage, mention.range)) }
      case .heading(let section): headed.insert(section)
      }
    }
  }

  /// What a mention of a member is worth: beside the formula, then behind it or below a heading that has it, then in the same
  /// document; by the name of the member itself, by a sound one; at the least distance.
  func worth(of mention: ConceptMention, in part: TextPart, isItself: Bool) -> Worth {
    // What lies in the words of the formula does not explain it.
    let isWithin = mention.isPart && ranges.contains(where: mention.range.overlaps)
    let isSound = mention.label.status != .broken
    guard case .passage(let passage) = part, !isWithin else {
      return Worth(
        values: [-1, isItself ? 1 : 0, isSound ? 1 : 0], distance: 0, in: document.id)
    }
    let (tier, distance) = place(of: mention.range, inPassage: passage)
    return Worth(
      values: [tier, isItself ? 1 : 0, isSound ? 1 : 0], distance: distance, in: document.id)
  }

  private func place(of range: Range<Int>, inPassage passage: Int) -> (tier: Int, distance: Int) {
    var nearest: (tier: Int, distance: Int)?
    func consider(_ tier: Int, _ distance: Int) {
      if nearest.map({ tier > $0.tier || tier == $0.tier && distance < $0.distance }) ?? true {
        nearest = (tier, distance)
      }
    }
    if isHeaded(document.passages[passage].section) { consider(2, passage) }
    for place in named {
      if place.passage == passage {
        consider(3, abs(range.lowerBound - place.range.upperBound))
      } else {
        let isBehind = place.passage < passage && passage - place.passage <= Self.reach
        let own = document.passages[place.passage].section
        consider(
          isBehind && isBelow(document.passages[passage].section, own) ? 2 : 1,
          abs(passage - place.passage))
      }
    }
    return nearest ?? (0, 0)
  }

  /// Whether a heading over a section names the formula.
  private func isHeaded(_ section: Int) -> Bool {
    var current: Int? = headed.isEmpty ? nil : section
    while let found = current {
      if headed.contains(found) { return true }
      current = document.sections[found].parent
    }
    return false
  }

  /// Whether a section is another or lies below it.
  private func isBelow(_ section: Int, _ other: Int) -> Bool {
    var current: Int? = section
    while let found = current {
      if found == other { return true }
      current = document.sections[found].parent
    }
    return false
  }
}
