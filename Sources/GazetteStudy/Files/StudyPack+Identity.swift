public import Gazette

extension StudyPack {
  /// Gives cards and questions the ids that they had in the pack as it was built before, so that learners keep their progress.
  ///
  /// An item about the same thing has its id again. One that is not there any more hands its id on to the new one of its sort
  /// whose sentence stands where its own stood: a word of the source was changed, and the card goes on.
  ///
  /// - Parameters:
  ///   - manifest: What the pack was before.
  ///   - check: What became of the sentences that it was made of.
  public mutating func keepIDs(of manifest: StudyManifest, _ check: ReceiptCheck) {
    var known: [StudyKey: String] = [:]
    for item in manifest.items {
      known[StudyKey(kind: item.kind, about: item.about, detail: item.detail)] = item.id
    }
    let current = Set(cards.map(\.key) + quiz.map(\.key))
    var lost = manifest.items.filter {
      !current.contains(StudyKey(kind: $0.kind, about: $0.about, detail: $0.detail))
    }
    func id(_ key: StudyKey, _ excerpt: CitedExcerpt?) -> String? {
      if let id = known[key] { return id }
      guard let excerpt else { return nil }
      let heir = lost.firstIndex { item in
        item.kind == key.kind && item.about == key.about
          && Self.field(of: item.detail) == Self.field(of: key.detail)
          && item.passages.first.map { Self.stands(excerpt, in: check, at: $0) } ?? false
      }
      return heir.map { lost.remove(at: $0).id }
    }
    for place in cards.indices {
      cards[place].id =
        id(cards[place].key, cards[place].sources.first) ?? cards[place].id
    }
    for place in quiz.indices {
      quiz[place].id = id(quiz[place].key, quiz[place].source) ?? quiz[place].id
    }
  }

  /// The part of a detail that names a field; the rest is the id of a requirement, which its words decide.
  private static func field(of detail: String) -> Substring {
    detail.hasPrefix("m-") ? "" : detail.prefix { $0 != " " }
  }

  /// Whether a sentence stands where one of the earlier pack stood.
  private static func stands(_ excerpt: CitedExcerpt, in check: ReceiptCheck, at place: Int) -> Bool
  {
    guard check.items.indices.contains(place) else { return false }
    let item = check.items[place]
    guard item.passage.document == excerpt.document.id.name, let span = item.resolution?.span else {
      return false
    }
    return span.bytes.overlaps(excerpt.span.bytes)
  }
}
