import GazetteAnalysis
import GazetteDocument
import GazetteIndex
import GazetteQuery

/// Folds passages that say the same below the best of them: copies, versions and reprints, damaged ones too.
///
/// The list is walked from its beginning. A passage that is not folded away yet begins a group and takes in those that
/// say the same among the `reach` passages behind it. So what a passage comes to depends on the list alone, not on how long a
/// page is or where it begins: over all pages every passage is shown once or folded away once. Fingerprints that the index
/// keeps tell which passages may say the same; the words of these few are compared.
struct AlikeFolding {
  /// How far behind a passage those are looked for that say the same.
  static let reach = 100

  private let plan: SearchPlan
  private let likenessColumn: ColumnID?
  private let needed: Int
  /// The list as far as it was asked for.
  private var found: [SearchTiers.Found] = []
  private var fingerprints: [Int64?] = []
  private var isFolded: [Bool] = []
  private var likenesses: [Int: TextLikeness] = [:]
  private(set) var count = 0
  private(set) var literalCount = 0

  private init(_ plan: SearchPlan, needed: Int) {
    self.plan = plan
    self.needed = needed
    likenessColumn = Schema.policy.column(Schema.likenessName)
  }

  /// The page that begins at a place of the whole list.
  static func page(
    of plan: SearchPlan, from offset: Int, limit: Int, _ presentation: inout HitPresentation
  ) throws(IndexError) -> AlikePage {
    var folding = AlikeFolding(plan, needed: window(from: offset, limit: limit))
    var groups: [AlikePage.Group] = []
    var firstRank = 1
    var place = 0
    while try folding.holds(place) {
      guard !folding.isFolded[place] else {
        place += 1
        continue
      }
      guard place < offset || groups.count < limit else { break }
      let group = try folding.group(at: place, &presentation)
      if place < offset { firstRank += 1 } else { groups.append(group) }
      place += 1
    }
    let isEnd = try !folding.holds(place) || groups.isEmpty
    return AlikePage(
      groups: groups, firstRank: firstRank, end: isEnd ? nil : place, count: folding.count,
      literalCount: folding.literalCount)
  }

  /// How much of the list is read for a page at first.
  static func window(from offset: Int, limit: Int) -> Int {
    offset.addingSafely(limit).addingSafely(reach)
  }

  /// Whether the list has a passage at a place; reads on as far as a group that begins there can reach.
  private mutating func holds(_ place: Int) throws(IndexError) -> Bool {
    let wanted = place.addingSafely(Self.reach + 1)
    if found.isEmpty || found.count < min(wanted, count) {
      // Twice as much each time, so that what is read again is little.
      let limit = found.isEmpty ? needed : max(wanted, found.count.addingSafely(found.count))
      let answer = try plan.search(limit: limit, offset: 0)
      found = answer.found
      (count, literalCount) = (answer.count, answer.literalCount)
      isFolded += Array(repeating: false, count: max(0, found.count - isFolded.count))
      for hit in found[min(fingerprints.count, found.count)...].map(\.hit) {
        fingerprints.append(
          try likenessColumn.map { (column) throws(IndexError) in
            try plan.tiers.searcher.value(of: column, segment: hit.segment, docID: hit.docID)
          } ?? nil)
      }
    }
    return place < found.count
  }

  /// The group that begins at a place.
  private mutating func group(
    at place: Int, _ presentation: inout HitPresentation
  ) throws(IndexError) -> AlikePage.Group {
    var members = [place]
    if let own = fingerprints[place] {
      for other in place + 1..<min(found.count, place + 1 + Self.reach) where !isFolded[other] {
        guard let fingerprint = fingerprints[other], TextLikeness.mayBeAlike(own, fingerprint),
          try areAlike(place, other, &presentation)
        else { continue }
        isFolded[other] = true
        members.append(other)
      }
    }
    likenesses[place] = nil
    guard members.count > 1 else { return AlikePage.Group(shown: found[place]) }
    let shown = try best(of: members, &presentation)
    return AlikePage.Group(
      shown: found[shown], alike: members.filter { $0 != shown }.map { found[$0] })
  }

  /// Whether two passages say the same; within one document only when they are the same words.
  private mutating func areAlike(
    _ one: Int, _ other: Int, _ presentation: inout HitPresentation
  ) throws(IndexError) -> Bool {
    let (left, right) = (
      try likeness(at: one, &presentation), try likeness(at: other, &presentation)
    )
    defer { likenesses[other] = nil }
    if left.isSame(as: right) { return true }
    let searcher = plan.tiers.searcher
    let groups = (
      try searcher.group(of: found[one].hit).group, try searcher.group(of: found[other].hit).group
    )
    return groups.0 != groups.1 && left.isAlike(right)
  }

  private mutating func likeness(
    at place: Int, _ presentation: inout HitPresentation
  ) throws(IndexError) -> TextLikeness {
    if let known = likenesses[place] { return known }
    let passage = try presentation.passage(of: found[place].hit).passage
    let likeness = TextLikeness(passage.readingText.utf8)
    likenesses[place] = likeness
    return likeness
  }

  /// Which of a group is shown: of those with the best score a sound one before a damaged one, one that is current before one
  /// that is superseded, then the first in the order of the documents' names.
  private func best(
    of members: [Int], _ presentation: inout HitPresentation
  ) throws(IndexError) -> Int {
    let first = found[members[0]]
    var best: (place: Int, rank: Rank)?
    for place in members
    where found[place].score == first.score && found[place].query == first.query {
      let rank = Rank(try presentation.passage(of: found[place].hit).passage)
      if let known = best, !(rank < known.rank) { continue }
      best = (place, rank)
    }
    return best?.place ?? members[0]
  }

  /// What settles which of equal passages is shown.
  private struct Rank: Comparable {
    let isDamaged: Bool
    let isSuperseded: Bool
    let document: String
    let index: Int

    init(_ passage: CitedPassage) {
      isDamaged = !passage.repairs.isEmpty || !passage.passage.flags.isEmpty
      isSuperseded =
        passage.document.lineage.map { $0.place == .superseded || $0.ending != nil } ?? false
      document = passage.document.id.name
      index = passage.index
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.isDamaged != right.isDamaged { return right.isDamaged }
      if left.isSuperseded != right.isSuperseded { return right.isSuperseded }
      return (left.document, left.index) < (right.document, right.index)
    }
  }
}

extension Int {
  /// The sum, the greatest number where it would be greater.
  fileprivate func addingSafely(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
