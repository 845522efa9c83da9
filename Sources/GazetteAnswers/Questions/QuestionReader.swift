import GazetteAnalysis
import GazetteConcepts
import GazetteIndex
import GazetteSearch

/// Takes a question apart: the words that ask, the labels of concepts, and the words that are left.
struct QuestionReader {
  /// The most words that a topic has: who pastes a page does not ask for all of it.
  private static let termLimit = 64
  /// Of a longer question the first bytes are read, up to the end of a character.
  private static let textLimit = 4_096

  private let text: String
  private let utf8: [UInt8]
  private let thesaurus: StoredThesaurus?
  private var terms = TermReader()
  private let atoms: [TermReader.Atom]
  private let labels: [StoredThesaurus.Label]

  init(_ text: String, by thesaurus: StoredThesaurus?) throws(IndexError) {
    self.text = text
    var bytes = Array(text.utf8.prefix(Self.textLimit))
    while text.utf8.count > bytes.count, let last = bytes.last, last >= 0x80 {
      bytes.removeLast()
      if last >= 0xC0 { break }
    }
    utf8 = bytes
    self.thesaurus = thesaurus
    atoms = terms.atoms(of: utf8)
    labels = try thesaurus?.labels(in: String(decoding: bytes, as: UTF8.self)) ?? []
  }

  /// Reads the question; its topics weigh all words alike.
  mutating func question() throws(IndexError) -> Question {
    let cues = cues()
    var aspects: [QuestionAspect] = []
    let hasStrong = cues.contains { $0.phrase.condition != .weak && aspect(of: $0) != nil }
    for cue in cues where !hasStrong || cue.phrase.condition != .weak {
      if let aspect = aspect(of: cue), !aspects.contains(aspect) { aspects.append(aspect) }
    }
    // Who, by when and how much ask for fields of a requirement; what a thing is beside them only leads to them.
    if aspects.contains(where: { [.actor, .deadline, .indicator].contains($0) }), hasStrong {
      aspects.removeAll { $0 == .definition }
    }
    let taken = Set(cues.flatMap { Array($0.atoms) })
    var topics = [try topic(of: atoms.indices.filter { !taken.contains($0) }, labels)]
    if aspects.contains(.difference) {
      let parts = try compared(without: taken)
      if parts.count == 2 { topics = parts }
    }
    return Question(
      text: text, aspects: aspects, topics: topics,
      isChinese: atoms.filter(\.isHan).count * 2 > atoms.count,
      cues: cues.filter { aspect(of: $0) != nil }.map { words(in: $0.atoms) })
  }

  // MARK: What is asked for

  private func aspect(of cue: PhraseTable.Match) -> QuestionAspect? {
    QuestionAspect(rawValue: cue.phrase.section)
  }

  /// The phrases that ask, in their order; what stands in a label of the thesaurus asks for nothing.
  private func cues() -> [PhraseTable.Match] {
    var found: [PhraseTable.Match] = []
    var place = 0
    while place < atoms.count {
      let match = PhraseTable.questions.match(at: place, of: atoms) { match in
        guard match.phrase.section != "joiner" else { return false }
        let range =
          atoms[match.atoms.lowerBound].range
          .lowerBound..<atoms[
            match.atoms.upperBound - 1
          ].range.upperBound
        guard !labels.contains(where: { $0.range.overlaps(range) }) else { return false }
        switch match.phrase.condition {
        case .first: return isClauseStart(match.atoms.lowerBound, after: found.last)
        case .last: return isClauseEnd(match.atoms.upperBound)
        case .always, .weak, .far: return true
        }
      }
      if let match { found.append(match) }
      place = match?.atoms.upperBound ?? place + 1
    }
    return found
  }

  /// Whether a clause begins at an atom: at the start, behind a mark, behind a joining word or another phrase that asks.
  private func isClauseStart(_ place: Int, after last: PhraseTable.Match?) -> Bool {
    guard place > 0 else { return true }
    if last?.atoms.upperBound == place { return true }
    if hasMark(between: place - 1, and: place) { return true }
    return ["and", "or", "by", "since", "from", "but"].contains {
      atoms[place - 1].bytes.elementsEqual($0.utf8)
    }
  }

  /// Whether nothing but words that say nothing stand behind a place up to the clause's end.
  private func isClauseEnd(_ place: Int) -> Bool {
    var place = place
    while place < atoms.count, !hasMark(between: place - 1, and: place) {
      guard FunctionWords.standard.contains(atoms[place].bytes) else { return false }
      place += 1
    }
    return true
  }

  private func hasMark(between left: Int, and right: Int) -> Bool {
    utf8[atoms[left].range.upperBound..<atoms[right].range.lowerBound].contains {
      $0 != 0x20 && $0 != 0x0A
    }
  }

  private func words(in places: Range<Int>) -> String {
    String(
      decoding: utf8[
        atoms[places.lowerBound].range.lowerBound..<atoms[places.upperBound - 1].range.upperBound],
      as: UTF8.self)
  }

  // MARK: What it is about

  /// The two things that are compared: two labels, else what stands on either side of a joining word; none when there are no two.
  private mutating func compared(without taken: Set<Int>) throws(IndexError) -> [QuestionTopic] {
    let rest = atoms.indices.filter { !taken.contains($0) }
    if labels.count >= 2 {
      return try [labels[0], labels[1]].map { (label) throws(IndexError) in
        try topic(of: [], [label])
      }
    }
    let joiner =
      rest.first { place in
        let isInLabel = labels.contains { $0.range.overlaps(atoms[place].range) }
        return !isInLabel
          && PhraseTable.questions.match(at: place, of: atoms) { $0.phrase.section == "joiner" }
            != nil
      }
      // Where nothing joins, the words that ask stand between: X versus Y.
      ?? taken.sorted().first { place in
        rest.contains { $0 < place } && rest.contains { $0 > place }
      }
    guard let joiner else { return [] }
    let sides = [rest.filter { $0 < joiner }, rest.filter { $0 > joiner }]
    let start = atoms[joiner].range.lowerBound
    let topics = try sides.enumerated().map { (side, places) throws(IndexError) in
      try topic(of: places, labels.filter { ($0.range.lowerBound < start) == (side == 0) })
    }
    return topics.contains(where: \.isEmpty) ? [] : topics
  }

  /// What some atoms and labels are about.
  private mutating func topic(
    of places: [Int], _ labels: [StoredThesaurus.Label]
  ) throws(IndexError) -> QuestionTopic {
    var subjects: [TopicSubject] = []
    for label in labels {
      guard let subject = try subject(of: label) else { continue }
      if !subjects.contains(where: { $0.concepts == subject.concepts }) { subjects.append(subject) }
    }
    let free = places.filter { place in
      !labels.contains { $0.range.overlaps(atoms[place].range) }
    }
    var pieces: [(start: Int, text: String)] = labels.map {
      ($0.range.lowerBound, String(decoding: utf8[$0.range], as: UTF8.self))
    }
    var found: [TopicTerm] = []
    for run in runs(of: free) where found.count < Self.termLimit {
      let text = words(in: run)
      for piece in FunctionWords.standard.content(of: text).pieces {
        let own = terms.terms(of: piece).filter { term in
          !term.forms.contains(where: FunctionWords.standard.contains)
            && !found.contains { $0.forms == term.forms }
        }
        guard !own.isEmpty else { continue }
        found += own
        pieces.append((atoms[run.lowerBound].range.lowerBound, piece))
      }
    }
    return QuestionTopic(
      text: pieces.sorted { $0.start < $1.start }.map(\.text).joined(separator: " "),
      subjects: subjects, terms: found, weights: found.map { _ in 1 })
  }

  /// The concepts whose label stands somewhere.
  private func subject(of label: StoredThesaurus.Label) throws(IndexError) -> TopicSubject? {
    guard let thesaurus else { return nil }
    var concepts: [String] = []
    var family: Set<String> = []
    var members: [String] = []
    for owner in label.owners {
      let concept = try thesaurus.concept(at: owner.concept)
      guard !concepts.contains(concept.id) else { continue }
      concepts.append(concept.id)
      for number in try thesaurus.family(of: owner.concept) {
        family.insert(try thesaurus.id(at: number))
      }
      if members.isEmpty {
        members = concept.parts.compactMap { if case .concept(let id) = $0 { id } else { nil } }
      }
    }
    return TopicSubject(
      label: String(decoding: utf8[label.range], as: UTF8.self), concepts: concepts,
      family: family, members: members)
  }

  /// Atoms that follow each other: Han without anything between, other words one by one.
  private func runs(of places: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound == place, atoms[place].isHan,
        atoms[place - 1].isHan, atoms[place - 1].range.upperBound == atoms[place].range.lowerBound
      {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
