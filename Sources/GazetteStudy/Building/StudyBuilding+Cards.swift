import Gazette

extension StudyBuilding {
  /// The cards of a pack: what its subject is, its parts, its terms in the other language, and the fields of its requirements.
  func cards(of pack: StudyPack, on concept: Concept?) throws -> [Flashcard] {
    var cards: [Flashcard] = []
    let tag = concept?.id ?? pack.subject.option
    func add(
      _ kind: StudyItemKind, _ key: StudyKey, _ front: String, _ back: [String],
      _ sources: [CitedExcerpt]
    ) {
      guard !back.isEmpty, !sources.isEmpty, !cards.contains(where: { $0.key == key }) else {
        return
      }
      cards.append(
        Flashcard(
          id: key.id, kind: kind, front: front, back: back, sources: sources,
          tags: ["gazette", tag, kind.rawValue], key: key))
    }
    if let concept, let statement = pack.sections.first?.statements.first,
      pack.sections.first?.heading == words("section.definition")
    {
      add(
        .definition, StudyKey(kind: .definition, about: concept.id, detail: ""),
        words("card.definition", pack.title), [statement.text], [statement.excerpt])
    }
    if let concept, concept.parts.count > 1 {
      let members = concept.parts.map { name(of: $0) }
      let sources = pack.sections.filter { members.contains($0.heading) }
        .compactMap(\.statements.first?.excerpt)
      add(
        .members, StudyKey(kind: .members, about: concept.id, detail: ""),
        words("card.members", pack.title), members, sources)
    }
    for term in pack.terms {
      guard let chinese = term.rendering(inChinese: true),
        let english = term.rendering(inChinese: false)
      else { continue }
      let (front, back) = language.isChinese ? (chinese, english) : (english, chinese)
      let excerpts = [front.excerpt, back.excerpt].compactMap { $0 }
      add(
        .term, StudyKey(kind: .term, about: term.concept.id, detail: language.rawValue),
        words(language.isChinese ? "card.term" : "card.term.chinese", front.label.text),
        [back.label.text], excerpts)
    }
    for gap in gaps(of: pack) {
      add(
        gap.kind, StudyKey(kind: gap.kind, about: gap.family, detail: gap.measure),
        words("card." + gap.kind.rawValue, gap.prompt), gap.words, [gap.excerpt])
    }
    return cards
  }

  /// The sentences of a pack with a field left out, one for each field that a requirement states.
  func gaps(of pack: StudyPack) -> [StudyGap] {
    pack.sections.flatMap(\.statements).flatMap { statement in
      statement.measures.flatMap { record in
        [MeasureFieldName.actor, .deadline, .indicator].compactMap { field in
          StudyGap(field, of: record, in: statement.excerpt, sign: words("gap"))
        }
      }
    }
  }
}
