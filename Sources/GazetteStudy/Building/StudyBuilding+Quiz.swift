import Gazette

extension StudyBuilding {
  /// The most wrong choices of a question.
  private static let wrongLimit = 3
  /// So many wrong choices are gathered for the questions on a formula.
  private static let poolLimit = 9
  /// The most sentences with a gap.
  private static let gapLimit = 12

  /// The quiz of a pack: what belongs to a formula, figures and times in their sentences, parts in their order.
  mutating func quiz(of pack: StudyPack, on concept: Concept?) throws -> [QuizItem] {
    var items: [QuizItem] = []
    if let concept, concept.parts.count > 1 {
      let members = try concept.parts.compactMap { try choice($0, isRight: true, of: nil) }
      let wrong = try distractors(of: concept)
      for (place, member) in members.enumerated() where !wrong.isEmpty {
        let key = StudyKey(kind: .choice, about: concept.id, detail: member.text)
        items.append(
          QuizItem(
            id: key.id, kind: .choice, prompt: words("quiz.choice", pack.title),
            choices: Self.mixed([member] + Self.turned(wrong, by: place), by: key.id),
            answer: member.text, source: member.excerpt, key: key))
      }
      if members.count > 2, members.count == concept.parts.count, let first = members.first {
        let key = StudyKey(kind: .order, about: concept.id, detail: "")
        items.append(
          QuizItem(
            id: key.id, kind: .order, prompt: words("quiz.order", pack.title),
            choices: Self.mixed(members, by: key.id),
            answer: members.map(\.text).joined(separator: words.isChinese ? "、" : ", "),
            source: pack.sections.first?.statements.first?.excerpt ?? first.excerpt, key: key))
      }
    }
    let gaps = gaps(of: pack)
    for gap in gaps.prefix(Self.gapLimit) {
      let others = Self.others(beside: gap, among: gaps)
      let isChoice = others.count == Self.wrongLimit
      // With more or fewer sentences beside it a gap is offered with choices or without: it stays the same question.
      let key = StudyKey(
        kind: .cloze, about: gap.family, detail: gap.kind.rawValue + " " + gap.measure)
      guard !items.contains(where: { $0.key == key }) else { continue }
      let right = QuizItem.Choice(
        text: gap.words[0], isRight: true, excerpt: gap.excerpt, belongsTo: nil)
      items.append(
        QuizItem(
          id: key.id, kind: isChoice ? .choice : .cloze,
          prompt: words(
            isChoice ? gap.kind == .actor ? "quiz.body" : "quiz.figure" : "quiz.cloze", gap.prompt),
          choices: isChoice ? Self.mixed([right] + others, by: key.id) : [],
          answer: gap.words[0], source: gap.excerpt, key: key))
    }
    return items
  }

  /// Words of the same field that other sentences of the pack state: wrong here, right there.
  private static func others(beside gap: StudyGap, among gaps: [StudyGap]) -> [QuizItem.Choice] {
    var found: [QuizItem.Choice] = []
    for other in gaps where other.kind == gap.kind && other.unit == gap.unit {
      let text = other.words[0]
      let known = [gap.words[0]] + found.map(\.text)
      guard !known.contains(where: { $0.lowercased() == text.lowercased() }),
        !gap.prompt.contains(text)
      else { continue }
      found.append(
        QuizItem.Choice(text: text, isRight: false, excerpt: other.excerpt, belongsTo: nil))
      if found.count == wrongLimit { break }
    }
    return found
  }

  /// What stands beside the members of a formula and is none: its neighbours, and the members of what it is confused with.
  private mutating func distractors(of concept: Concept) throws -> [QuizItem.Choice] {
    let own = Set(concept.parts.map { name(of: $0) })
    var found: [QuizItem.Choice] = []
    var candidates: [(part: Concept.Part, owner: Concept?)] = concept.neighbours.map { ($0, nil) }
    for id in concept.differsFrom {
      guard let other = thesaurus[id] else { continue }
      candidates += other.parts.isEmpty ? [(.concept(id), nil)] : other.parts.map { ($0, other) }
    }
    candidates += concept.differsFrom.map { (.concept($0), nil) }
    // Then whatever the corpus mentions that is of the same sort and lies neither below nor above it.
    let family = Set(thesaurus.family(of: concept.id).map { thesaurus.concepts[$0].id })
    let sorts = Set(
      concept.parts.compactMap {
        if case .concept(let id) = $0 { thesaurus[id]?.kind } else { nil }
      })
    let strangers = thesaurus.concepts.filter {
      sorts.contains($0.kind) && !family.contains($0.id) && $0.id != concept.broader
    }.sorted { Self.order(of: $0.id, in: concept.id) < Self.order(of: $1.id, in: concept.id) }
    candidates += strangers.map { (.concept($0.id), $0.broader.flatMap { thesaurus[$0] }) }
    for (part, owner) in candidates {
      if found.count >= Self.poolLimit { break }
      guard let choice = try choice(part, isRight: false, of: owner), !own.contains(choice.text),
        !found.contains(where: { $0.text == choice.text })
      else { continue }
      found.append(choice)
    }
    return found
  }

  /// A place in an order that looks like chance and is always the same.
  private static func order(of id: String, in salt: String) -> String {
    ContentHash.digest(of: Array((salt + " " + id).utf8).span).description
  }

  /// A part as something to choose, with a sentence that shows it; `nil` where the corpus has none.
  private mutating func choice(
    _ part: Concept.Part, isRight: Bool, of owner: Concept?
  ) throws -> QuizItem.Choice? {
    let name = name(of: part)
    var request = SearchRequest(
      { if case .concept(let id) = part { "tag:=\(id)" } else { "\"\(name)\"" } }())
    request.limit = 5
    request.filters = filters
    let results = try search.search(request)
    guard !results.isPartial else { return nil }
    for hit in results.hits {
      guard let line = hit.snippet.lines.first, hit.passage.flags(of: line.sentence).isEmpty else {
        continue
      }
      return QuizItem.Choice(
        text: name, isRight: isRight, excerpt: CitedExcerpt(hit.passage, sentence: line.sentence),
        belongsTo: owner?.label(in: labelLanguage))
    }
    return nil
  }

  /// Up to three of a list, begun at another place for each question, so that not all have the same ones.
  private static func turned(_ choices: [QuizItem.Choice], by place: Int) -> [QuizItem.Choice] {
    guard choices.count > wrongLimit else { return choices }
    return (0..<wrongLimit).map { choices[(place * wrongLimit + $0) % choices.count] }
  }

  /// The same in an order that only the id decides: the right one stands anywhere, and in the same place every time.
  private static func mixed(_ choices: [QuizItem.Choice], by id: String) -> [QuizItem.Choice] {
    choices.sorted { left, right in
      let keys = [left, right].map {
        ContentHash.digest(of: Array((id + $0.text).utf8).span).description
      }
      return keys[0] < keys[1]
    }
  }
}
