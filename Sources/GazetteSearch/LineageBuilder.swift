package import GazetteDocument

/// Links the versions of one work and finds what ended a document, from what an index remembers of its files.
///
/// - Versions have one language, one title (the brackets that tell versions apart left out) and one number; laws and rules,
///   whose versions get numbers of their own, and papers without a number have one issuer in its place.
/// - Dates order them; a date of another kind (made public, not written) orders nothing, so copies of one version never
///   seem to replace each other.
/// - A translation whose number is that of another document, its code spelled in letters, belongs to that one's family.
/// - A document is ended by one that repeals or supersedes it by number or title and is not older.
package struct LineageBuilder {
  private let index: CitationIndex

  /// Prepares a look at files; costs time linear in their number.
  package init(_ files: [FileRecord]) {
    index = CitationIndex(files)
  }

  /// What is worth telling: documents with other versions, with an ending or of which the original is known, in the order of
  /// the files.
  package func lineages() -> [DocumentLineage] {
    let documents = index.all
    var groups: [String: [Int]] = [:]
    for (place, document) in documents.enumerated() {
      if let key = LineageBuilder.key(document.identity) { groups[key, default: []].append(place) }
    }
    var versions: [PolicyDocument.ID: (order: [PolicyDocument.ID], isNewest: Bool)] = [:]
    for group in groups.values where group.count > 1 {
      add(group.map { documents[$0] }, to: &versions)
    }
    let endings = endings()
    return documents.compactMap { document in
      let found = versions[document.id]
      let ending = endings[document.id]
      let original = original(of: document.identity)
      guard found != nil || ending != nil || original != nil else { return nil }
      return DocumentLineage(
        document: document.id, versions: found?.order ?? [document.id],
        place: found.map { $0.isNewest ? .newest : .superseded } ?? .only, ending: ending,
        original: original)
    }
  }

  /// The number of the paper that a document translates: of another language, and written on the same day as far as both say.
  private func original(of translation: DocumentIdentity) -> String? {
    guard let number = index.original(of: translation.number) else { return nil }
    let agrees = index.documents(numbered: number).contains { _, original in
      guard original.language != translation.language else { return false }
      guard original.dating == translation.dating, let first = original.date,
        let second = translation.date
      else { return true }
      return first.firstDayNumber <= second.lastDayNumber
        && second.firstDayNumber <= first.lastDayNumber
    }
    return agrees ? number : nil
  }

  /// What versions of one work have in common; `nil` for a document that nothing links to others.
  private static func key(_ identity: DocumentIdentity) -> String? {
    let title = identity.title
    if !identity.isInstrument, !identity.number.isEmpty {
      return "\(identity.language)|\(title)|\(identity.number)"
    }
    // Minutes and Report are titles of many works.
    let tells = identity.isInstrument || !identity.issuer.isEmpty || title.utf8.count >= 30
    guard tells, !title.isEmpty else { return nil }
    return "\(identity.language)|\(title)||\(identity.issuer)"
  }

  private func add(
    _ group: [(id: PolicyDocument.ID, identity: DocumentIdentity)],
    to versions: inout [PolicyDocument.ID: (order: [PolicyDocument.ID], isNewest: Bool)]
  ) {
    // The kind of date that most of them have.
    var counts = [Int](repeating: 0, count: DocumentIdentity.Dating.allCases.count)
    for document in group where document.identity.dating != .none {
      counts[document.identity.dating.rawValue] += 1
    }
    guard let most = counts.max(), most > 1, let dating = counts.firstIndex(of: most) else {
      return
    }
    let dated = group.compactMap { document -> (day: Int, id: PolicyDocument.ID)? in
      guard document.identity.dating.rawValue == dating, let date = document.identity.date else {
        return nil
      }
      return (date.firstDayNumber, document.id)
    }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    guard let first = dated.first, let last = dated.last, first.day < last.day else { return }
    let order = dated.map(\.id)
    for document in dated { versions[document.id] = (order, document.day == last.day) }
  }

  private func endings() -> [PolicyDocument.ID: DocumentLineage.Ending] {
    var endings: [PolicyDocument.ID: DocumentLineage.Ending] = [:]
    for source in index.all {
      for reference in source.identity.ends {
        let targets = index.documents(
          number: reference.number, title: reference.title, citedBy: source.id)
        for target in targets where LineageBuilder.mayEnd(source.identity, target.identity) {
          let ending = DocumentLineage.Ending(
            kind: reference.kind, document: source.id, evidence: reference.evidence,
            asOf: source.identity.appliesFrom)
          // The first to say so counts; a repeal says more than a replacement.
          if let known = endings[target.id], LineageBuilder.precedes(known, ending) { continue }
          endings[target.id] = ending
        }
      }
    }
    return endings
  }

  /// Whether one document can end another: it is not older, as far as both dates are known, and not the same version.
  private static func mayEnd(_ source: DocumentIdentity, _ target: DocumentIdentity) -> Bool {
    if source.number == target.number, source.title == target.title { return false }
    guard let later = source.date ?? source.appliesFrom,
      let earlier = target.date ?? target.appliesFrom
    else { return true }
    return later.lastDayNumber >= earlier.firstDayNumber
  }

  private static func precedes(
    _ known: DocumentLineage.Ending, _ other: DocumentLineage.Ending
  ) -> Bool {
    let rank = { (ending: DocumentLineage.Ending) in
      (
        ending.kind == .repeals ? 0 : 1, ending.asOf?.firstDayNumber ?? Int.max,
        ending.document.name
      )
    }
    return rank(known) <= rank(other)
  }
}
