public import GazetteConcepts
internal import GazetteDocument

/// Goes through documents, one after the other, and collects numbered formulas and quoted terms that a thesaurus lacks.
///
/// One pass over the scalars of a passage, which looks closer only at signs and words for numbers and at quotation marks.
public struct FormulaDiscovery: Sendable {
  private var candidates: [String: FormulaCandidate] = [:]
  /// The keys in the order in which they were met.
  private var order: [String] = []
  private let matcher: ConceptMatcher

  /// Begins a collection.
  ///
  /// - Parameter matcher: The matcher of the thesaurus; what it knows is not proposed.
  public init(lackingIn matcher: ConceptMatcher) { self.matcher = matcher }

  // MARK: Collecting

  /// Takes a document into account.
  public mutating func add(_ tagged: TaggedDocument) {
    let document = tagged.document
    let reader = EnumerationReader()
    var scan = FormulaScan()
    var text = PassageScalars()
    let headings = document.ownHeadingSpans
    let parts: [(part: TextPart, bytes: Range<Int>)] =
      document.passages.indices.map { (.passage($0), document.passages[$0].span.bytes) }
      + headings.indices.compactMap { section in
        headings[section].map { (.heading(section), $0.bytes) }
      }
    for (part, bytes) in parts {
      text.decode(document.text.utf8, bytes)
      scan.scan(text)
      guard !scan.sightings.isEmpty else { continue }
      let known =
        switch part {
        case .passage(let index): tagged.mentions.inPassage(index)
        case .heading(let section): tagged.mentions.inHeading(ofSection: section)
        }
      for sighting in scan.sightings {
        let bytes = text.bytes(sighting.range)
        // What lies in a known label, or has one across its ends, is that label's business.
        let isTaken = known.contains { mention in
          mention.range.overlaps(bytes)
            && !(bytes.lowerBound <= mention.range.lowerBound
              && mention.range.upperBound <= bytes.upperBound && mention.range != bytes)
        }
        if isTaken { continue }
        note(sighting, text, reader, in: part, of: document)
      }
    }
  }

  private mutating func note(
    _ sighting: FormulaSighting, _ text: PassageScalars, _ reader: EnumerationReader,
    in part: TextPart, of document: PolicyDocument
  ) {
    let words = text.string(sighting.range)
    // Letter case, script, plurals and hyphens make no other formula.
    let key = String(decoding: ConceptMatcher.folded(words), as: UTF8.self)
    let day = document.metadata.date?.firstDayNumber ?? .max
    let bytes = text.bytes(sighting.range)
    func place() -> FormulaPlace { FormulaPlace(bytes, in: part, of: document) }
    var candidate: FormulaCandidate
    if let found = candidates[key] {
      candidate = found
      if day < candidate.day {
        (candidate.place, candidate.day, candidate.words) = (place(), day, words)
      }
    } else {
      order.append(key)
      candidate = FormulaCandidate(
        pattern: sighting.pattern, words: words, place: place(), day: day,
        isWeak: sighting.isWeak)
    }
    candidate.isDefined = candidate.isDefined || sighting.isDefined
    candidate.isWeak = candidate.isWeak && sighting.isWeak
    candidate.count += 1
    candidate.quotedCount += sighting.isQuoted ? 1 : 0
    candidate.boundedCount += sighting.isBounded ? 1 : 0
    if candidate.documents.last?.document == document.id {
      candidate.documents[candidate.documents.count - 1].count += 1
    } else {
      candidate.documents.append(.init(document: document.id, count: 1))
    }
    if candidate.members.isEmpty, !sighting.numbers.isEmpty {
      let end = sighting.range.upperBound
      if let items = reader.items(in: text, after: end, numbers: sighting.numbers) {
        candidate.members = items.map(text.string)
        candidate.membersPlace = place()
      } else if case .passage(let index) = part,
        let items = listed(after: index, of: document, numbers: sighting.numbers, text, end)
      {
        candidate.members = items
        candidate.membersPlace = place()
      }
    }
    candidates[key] = candidate
  }

  /// The heads of the numbered passages that follow one which ends soon behind the formula.
  private func listed(
    after index: Int, of document: PolicyDocument, numbers: [Int], _ text: PassageScalars,
    _ end: Int
  ) -> [String]? {
    guard let last = text.values.last, text.count - end < 40 else { return nil }
    // Behind a full stop what follows may be anything, and two things are soon found.
    let isLead = last == 0xFF1A || last == 0x3A
    guard isLead || (last == 0x3002 || last == 0x2E) && numbers.allSatisfy({ $0 > 2 }),
      isLead || numbers.count == 1
    else { return nil }
    var items: [String] = []
    let stops: Set<UInt32> = [0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0x2E, 0x2C, 0x3A, 0x3B, 0x0A]
    var head = PassageScalars()
    for passage in document.passages[(index + 1)...].prefix(13) {
      guard let number = passage.number else { break }
      if items.isEmpty, !Self.isFirst(number) { break }
      head.decode(document.text.utf8, passage.span.bytes)
      var start = 0
      if head.has(number.unicodeScalars.map(\.value), at: 0) { start = number.unicodeScalars.count }
      while start < head.count, !head.isHan(start), !head.isLetter(start) { start += 1 }
      let stop = (start..<head.count).first { stops.contains(head[$0]) } ?? head.count
      guard start < stop, stop - start <= 80 else { break }
      items.append(head.string(start..<stop))
    }
    return numbers.contains(items.count) ? items : nil
  }

  /// Whether a printed number is the first of a list.
  private static func isFirst(_ number: String) -> Bool {
    let signs = number.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let words = String(String.UnicodeScalarView(signs)).lowercased()
    return ["一", "1", "a", "i", "①", "第一", "一是", "一要", "first", "firstly", "壹"].contains(words)
  }

  // MARK: The result

  /// The proposals so far, those with the most evidence first.
  ///
  /// - Parameter minimumEvidence: Proposals with less are left out.
  /// - Returns: The proposals, each with an id that nothing else has.
  public func proposals(minimumEvidence: Int = 2) -> [FormulaProposal] {
    var kept = KeptFormulas()
    var halves = knownHalves
    var chosen: [FormulaCandidate] = []
    // The clearest ends first: of 四个意识 and 四个意识强 one is a formula.
    let sorted = order.enumerated().sorted { left, right in
      rank(left.element, left.offset).lexicographicallyPrecedes(rank(right.element, right.offset))
    }
    for key in sorted.map(\.element) {
      guard let candidate = candidates[key], candidate.isConvincing,
        candidate.evidence >= minimumEvidence, candidate.boundedCount > 0
      else { continue }
      let isAlwaysQuoted = candidate.quotedCount == candidate.count
      guard isAlwaysQuoted || !kept.covers(key), !halves.contains(key), !isKnown(candidate.words)
      else { continue }
      kept.insert(key)
      chosen.append(candidate)
      guard candidate.pattern == .doubled else { continue }
      let own = FormulaHalves.of(key)
      halves.formUnion(own)
      // What 四梁 and 八柱 are said to be explains 四梁八柱.
      if candidate.members.isEmpty, own.count > 1, own.allSatisfy({ candidates[$0] != nil }) {
        let parts = own.compactMap { candidates[$0] }
        chosen[chosen.count - 1].members = parts.map(\.words)
        chosen[chosen.count - 1].membersPlace = parts.first?.place
      }
    }
    let best = chosen.sorted {
      ($1.evidence, $1.count, $0.words) < ($0.evidence, $0.count, $1.words)
    }
    var ids: Set<String> = []
    return best.map { proposal($0, &ids) }
  }

  private func rank(_ key: String, _ place: Int) -> [Int] {
    guard let candidate = candidates[key] else { return [] }
    // Those of two numbers first, for what they consist of is not to be proposed beside them.
    return [
      candidate.pattern == .doubled && candidate.isConvincing ? 0 : 1, -candidate.quotedCount,
      -(candidate.members.isEmpty ? 0 : 1), -candidate.boundedCount,
      -candidate.words.utf8.count, place,
    ]
  }

  /// Whether the thesaurus has the words as a label, or the labels that they are put together of: 六稳六保.
  private func isKnown(_ words: String) -> Bool {
    let utf8 = Array(words.utf8)
    let mentions = matcher.mentions(in: utf8)
    if mentions.contains(where: { $0.range == utf8.indices }) { return true }
    var end = 0
    for mention in mentions where !mention.isPart && mention.range.lowerBound >= end {
      // A pause may stand between two.
      guard [[], Array("、".utf8)].contains(Array(utf8[end..<mention.range.lowerBound])) else {
        return false
      }
      end = mention.range.upperBound
    }
    return end == utf8.count && end > 0
  }

  /// What formulas of the thesaurus with two numbers consist of, folded: 四梁 and 八柱 for 四梁八柱.
  private var knownHalves: Set<String> {
    Set(
      matcher.thesaurus.concepts.flatMap(\.labels).filter(\.language.isChinese).flatMap {
        FormulaHalves.of(String(decoding: ConceptMatcher.folded($0.text), as: UTF8.self))
      })
  }

  private func proposal(
    _ candidate: FormulaCandidate, _ ids: inout Set<String>
  ) -> FormulaProposal {
    let entry = FormulaEntry(candidate, matcher: matcher)
    return FormulaProposal(
      words: candidate.words, pattern: candidate.pattern, count: candidate.count,
      quotedCount: candidate.quotedCount, documents: candidate.documents, place: candidate.place,
      members: candidate.members, membersPlace: candidate.membersPlace,
      evidence: candidate.evidence, known: entry.known, concept: entry.concept(avoiding: &ids))
  }
}
