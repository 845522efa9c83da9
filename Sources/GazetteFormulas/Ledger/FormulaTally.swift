public import GazetteConcepts
internal import GazetteDocument

/// Goes through documents, one after the other, and keeps the ledger of one formula.
///
/// Costs for each document a look at each of its mentions; where the formula has members that the thesaurus has no
/// concept for, a search of the text for their words too.
public struct FormulaTally: Sendable {
  private var ledger: FormulaLedger
  private let members: [MemberWatch]
  private let neighbours: [MemberWatch]
  private let relatives: [String]
  /// Finds the members that are words only, under the ids that `MemberWatch` has for them.
  private let words: ConceptMatcher?
  private var counts: [String: Int] = [:]
  private var dates: [CalendarDate] = []
  private var placeDates: [Int: Int] = [:]
  private var placeWorth: [Int: Int] = [:]

  /// Prepares a ledger; `nil` when the thesaurus has no such concept.
  ///
  /// - Parameters:
  ///   - id: The id of the formula.
  ///   - thesaurus: The thesaurus that has it.
  public init?(of id: String, in thesaurus: Thesaurus) {
    guard let concept = thesaurus[id] else { return nil }
    ledger = FormulaLedger(concept: concept)
    members = concept.parts.enumerated().map { place, part in
      MemberWatch(part, number: place, in: thesaurus, of: id)
    }
    neighbours = concept.neighbours.enumerated().map { place, part in
      MemberWatch(part, number: concept.parts.count + place, in: thesaurus, of: id)
    }
    let labels = (members + neighbours).compactMap(\.wordsConcept)
    words = labels.isEmpty ? nil : ConceptMatcher(Thesaurus(concepts: labels))
    let parts = concept.parts + concept.neighbours
    let narrower = thesaurus.narrower(than: id).map { thesaurus.concepts[$0].id }
      .filter { !parts.contains(.concept($0)) }
    ledger.members = concept.parts.map { FormulaLedger.Member(part: $0) }
    ledger.neighbours = concept.neighbours.map { FormulaLedger.Member(part: $0) }
    ledger.narrower = narrower.map { FormulaLedger.Member(part: .concept($0)) }
    ledger.differsFrom = concept.differsFrom.map { FormulaLedger.Member(part: .concept($0)) }
    ledger.broader = concept.broader.map { FormulaLedger.Member(part: .concept($0)) }
    relatives = narrower + concept.differsFrom + [concept.broader].compactMap { $0 }
  }

  // MARK: Counting

  /// Takes a document into account.
  public mutating func add(_ tagged: TaggedDocument) {
    let document = tagged.document
    if let date = document.metadata.date { dates.append(date) }
    let spoken = words?.mentions(in: document) ?? []
    var named: [(passage: Int, range: Range<Int>)] = []
    var present = [Set<Int>](repeating: [], count: document.passages.count)
    var own: [(passage: Int, mention: ConceptMention)] = []
    for (passage, mentions) in tagged.passages {
      for mention in mentions where mention.concept == ledger.concept.id {
        own.append((passage, mention))
        if !named.contains(where: { $0.passage == passage }) {
          named.append((passage, mention.range))
        }
      }
      for mention in mentions where relatives.contains(mention.concept) {
        counts[mention.concept, default: 0] += 1
      }
    }
    let isNamed = Set(named.map(\.passage))
    for passage in document.passages.indices {
      let mentions =
        (tagged.mentions.indices.contains(passage) ? tagged.mentions[passage] : [])
        + (spoken.indices.contains(passage) ? spoken[passage] : [])
      for mention in mentions {
        for (place, member) in members.enumerated() where member.ids.contains(mention.concept) {
          present[passage].insert(place)
          var counted = ledger.members[place]
          note(mention, of: member, as: &counted, passage, document, isNamed.contains(passage))
          ledger.members[place] = counted
        }
        for (place, member) in neighbours.enumerated() where member.ids.contains(mention.concept) {
          var counted = ledger.neighbours[place]
          note(mention, of: member, as: &counted, passage, document, isNamed.contains(passage))
          ledger.neighbours[place] = counted
        }
      }
    }
    guard !own.isEmpty else {
      ledger.absentFrom.append(document.id)
      return
    }
    ledger.uses.append(FormulaLedger.Use(document: DocumentSummary(document), count: own.count))
    for (passage, mention) in own { note(mention, inPassage: passage, of: document) }
    ledger.gaps += gaps(named, present, document)
  }

  /// Counts a mention of a member and keeps the best place for it.
  private mutating func note(
    _ mention: ConceptMention, of watch: MemberWatch, as member: inout FormulaLedger.Member,
    _ passage: Int, _ document: PolicyDocument, _ isFormulaNamed: Bool
  ) {
    member.count += 1
    let isItself = mention.concept == watch.id
    let isSound = mention.label.status != .broken
    let worth = (isFormulaNamed ? 4 : 0) + (isItself ? 2 : 0) + (isSound ? 1 : 0)
    guard worth > placeWorth[watch.number] ?? -1 else { return }
    placeWorth[watch.number] = worth
    member.place = FormulaPlace(mention.range, inPassage: passage, of: document)
  }

  /// Counts a mention of the formula.
  private mutating func note(
    _ mention: ConceptMention, inPassage passage: Int, of document: PolicyDocument
  ) {
    let place: Int
    if let known = ledger.renderings.firstIndex(where: { $0.label == mention.label }) {
      place = known
    } else {
      place = ledger.renderings.count
      ledger.renderings.append(FormulaLedger.Rendering(label: mention.label))
    }
    var rendering = ledger.renderings[place]
    rendering.count += 1
    if rendering.documents.last?.document == document.id {
      rendering.documents[rendering.documents.count - 1].count += 1
    } else {
      rendering.documents.append(.init(document: document.id, count: 1))
    }
    let form = document.text.string(in: mention.range)
    if let known = rendering.forms.firstIndex(where: { $0.words == form }) {
      rendering.forms[known].count += 1
    } else {
      rendering.forms.append(.init(words: form, count: 1))
    }
    // Documents without a date count as the newest.
    let date = document.metadata.date?.firstDayNumber ?? .max
    if rendering.place == nil || date < placeDates[place] ?? .max {
      placeDates[place] = date
      rendering.place = FormulaPlace(mention.range, inPassage: passage, of: document)
    }
    ledger.renderings[place] = rendering
    let voice = FormulaPlace.voice(at: mention.range, inPassage: passage, of: document)
    if let known = ledger.voices.firstIndex(where: {
      $0.kind == voice.kind && $0.speaker == voice.speaker
    }) {
      ledger.voices[known].count += 1
    } else {
      ledger.voices.append(.init(kind: voice.kind, speaker: voice.speaker, count: 1))
    }
  }

  // MARK: Gaps

  /// Where a document, or a passage and those beside it, names the formula and leaves members out.
  ///
  /// It has to mention at least half of the members: fewer are a subject of their own, no explanation.
  private func gaps(
    _ named: [(passage: Int, range: Range<Int>)], _ present: [Set<Int>],
    _ document: PolicyDocument
  ) -> [FormulaLedger.Gap] {
    guard members.count > 1 else { return [] }
    func gap(
      _ scope: FormulaLedger.Gap.Scope, _ place: (passage: Int, range: Range<Int>),
      _ found: Set<Int>
    ) -> FormulaLedger.Gap {
      FormulaLedger.Gap(
        scope: scope,
        place: FormulaPlace(place.range, inPassage: place.passage, of: document),
        explained: members.indices.filter(found.contains).map { members[$0].part },
        missing: members.indices.filter { !found.contains($0) }.map { members[$0].part })
    }
    let all = present.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var gaps: [FormulaLedger.Gap] = []
    let least = (members.count + 1) / 2
    if let first = named.first, all.count >= least, all.count < members.count {
      gaps.append(gap(.document, first, all))
    }
    for place in named where present[place.passage].count >= least {
      let near = (place.passage - 1...place.passage + 1).filter(present.indices.contains)
      let found = near.reduce(into: Set<Int>()) { $0.formUnion(present[$1]) }
      if found.count < members.count { gaps.append(gap(.passage, place, found)) }
    }
    return gaps
  }

  // MARK: The result

  /// The ledger of the documents so far.
  public func finished() -> FormulaLedger {
    var ledger = ledger
    func counted(_ member: FormulaLedger.Member) -> FormulaLedger.Member {
      guard case .concept(let id) = member.part else { return member }
      var member = member
      member.count = counts[id] ?? 0
      return member
    }
    ledger.narrower = ledger.narrower.map(counted)
    ledger.differsFrom = ledger.differsFrom.map(counted)
    ledger.broader = ledger.broader.map(counted)
    ledger.renderings = ledger.renderings.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    ledger.voices = ledger.voices.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    ledger.uses.sort { left, right in
      let days = [left, right].map { $0.date?.firstDayNumber ?? .max }
      return days[0] != days[1] ? days[0] < days[1] : left.document.id < right.document.id
    }
    if let last = ledger.lastUse?.date {
      ledger.laterDocumentCount = dates.count { $0.firstDayNumber > last.lastDayNumber }
    }
    return ledger
  }
}
