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
  private var placeWorth: [Int: FormulaNearness.Worth] = [:]

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

  /// Takes a document into account; a heading counts once, however many passages stand below it.
  public mutating func add(_ tagged: TaggedDocument) {
    let document = tagged.document
    if let date = document.metadata.date { dates.append(date) }
    var parts = tagged.partsInOrder
    if let spoken = words?.mentions(in: document) {
      parts += TaggedDocument(document, mentions: spoken).partsInOrder
    }
    let own = parts.flatMap { part, mentions in
      mentions.filter { $0.concept == ledger.concept.id }.map { (part: part, mention: $0) }
    }
    let nearness = FormulaNearness(own, in: document)
    var present = [Set<Int>](repeating: [], count: document.passages.count)
    var presentHeadings: [Int: Set<Int>] = [:]
    for (part, mentions) in parts {
      for mention in mentions {
        if relatives.contains(mention.concept) { counts[mention.concept, default: 0] += 1 }
        for (place, member) in members.enumerated() where member.ids.contains(mention.concept) {
          switch part {
          case .passage(let passage): present[passage].insert(place)
          case .heading(let section): presentHeadings[section, default: []].insert(place)
          }
          var counted = ledger.members[place]
          note(mention, of: member, as: &counted, part, document, nearness)
          ledger.members[place] = counted
        }
        for (place, member) in neighbours.enumerated() where member.ids.contains(mention.concept) {
          var counted = ledger.neighbours[place]
          note(mention, of: member, as: &counted, part, document, nearness)
          ledger.neighbours[place] = counted
        }
      }
    }
    guard !own.isEmpty else {
      ledger.absentFrom.append(document.id)
      return
    }
    // A heading explains what stands directly below it.
    for (passage, found) in document.passages.enumerated() {
      if let headed = presentHeadings[found.section] { present[passage].formUnion(headed) }
    }
    ledger.uses.append(FormulaLedger.Use(document: DocumentSummary(document), count: own.count))
    for (part, mention) in own { note(mention, in: part, of: document) }
    let inHeadings = presentHeadings.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    ledger.gaps += gaps(own, present, inHeadings, document)
  }

  /// Counts a mention of a member and keeps the best place for it.
  private mutating func note(
    _ mention: ConceptMention, of watch: MemberWatch, as member: inout FormulaLedger.Member,
    _ part: TextPart, _ document: PolicyDocument, _ nearness: FormulaNearness
  ) {
    member.count += 1
    let worth = nearness.worth(of: mention, in: part, isItself: mention.concept == watch.id)
    guard worth.exceeds(placeWorth[watch.number]) else { return }
    placeWorth[watch.number] = worth
    member.place = FormulaPlace(mention.range, in: part, of: document)
  }

  /// Counts a mention of the formula.
  private mutating func note(
    _ mention: ConceptMention, in part: TextPart, of document: PolicyDocument
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
      rendering.place = FormulaPlace(mention.range, in: part, of: document)
    }
    ledger.renderings[place] = rendering
    let voice = FormulaPlace.voice(at: mention.range, in: part, of: document)
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
    _ own: [(part: TextPart, mention: ConceptMention)], _ present: [Set<Int>],
    _ inHeadings: Set<Int>, _ document: PolicyDocument
  ) -> [FormulaLedger.Gap] {
    guard members.count > 1 else { return [] }
    func gap(
      _ scope: FormulaLedger.Gap.Scope, _ place: (part: TextPart, mention: ConceptMention),
      _ found: Set<Int>
    ) -> FormulaLedger.Gap {
      FormulaLedger.Gap(
        scope: scope, place: FormulaPlace(place.mention.range, in: place.part, of: document),
        explained: members.indices.filter(found.contains).map { members[$0].part },
        missing: members.indices.filter { !found.contains($0) }.map { members[$0].part })
    }
    let all = present.reduce(into: inHeadings) { $0.formUnion($1) }
    var gaps: [FormulaLedger.Gap] = []
    let least = (members.count + 1) / 2
    if let first = own.first, all.count >= least, all.count < members.count {
      gaps.append(gap(.document, first, all))
    }
    var seen: Set<Int> = []
    for place in own {
      guard case .passage(let passage) = place.part, seen.insert(passage).inserted,
        present[passage].count >= least
      else { continue }
      let near = (passage - 1...passage + 1).filter(present.indices.contains)
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
