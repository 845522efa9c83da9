import GazetteIndex
import GazetteQuery

extension DocumentGrouping {
  /// One word, phrase or tag of a query with the places where it counts.
  struct Unit {
    let label: String
    let parts: [GroupScoring.Part]
  }

  /// What a word is worth in the fields that are looked through when none is named.
  private static let places: [(field: PolicyField, weight: Float, isRepeated: Bool)] = [
    (.body, 1, false), (.heading, 0.5, true), (.title, 0.3, true), (.raw, 0.05, false),
  ]
  /// What a stem is worth beside the exact form.
  private static let stemWeight: Float = 0.4
  /// Of a page that was pasted so many pieces are scored.
  private static let unitLimit = 256

  /// The words and phrases of a query, and its tags; those that are looked for in a field of names say nothing of how much a
  /// document is about them.
  static func units(of plan: SearchPlan) throws(IndexError) -> [Unit] {
    var units: [Unit] = []
    for piece in plan.parsed.pieces where units.count < unitLimit {
      guard piece.kind == .word || piece.kind == .phrase, !piece.atoms.isEmpty else { continue }
      if let field = piece.field, !field.isText { continue }
      let places = Self.places.filter { piece.field == nil || $0.field == piece.field }
      units.append(Unit(label: piece.text, parts: parts(of: piece, in: places)))
    }
    for concept in try concepts(of: plan) where units.count < unitLimit {
      let name = Array(concept.utf8)
      units.append(
        Unit(
          label: concept,
          parts: Self.places.dropLast().map { place in
            GroupScoring.Part(
              .term(Term(mention: name, in: place.field.id)), weight: place.weight,
              isRepeated: place.isRepeated)
          }))
    }
    return units
  }

  private static func parts(
    of piece: QueryPiece, in places: [(field: PolicyField, weight: Float, isRepeated: Bool)]
  ) -> [GroupScoring.Part] {
    var parts: [GroupScoring.Part] = []
    for place in places {
      parts.append(
        GroupScoring.Part(
          .phrase(field: place.field.id, terms: piece.atoms), weight: place.weight,
          isRepeated: place.isRepeated))
      guard let stem = piece.stem, let stems = Schema.policy.stems(of: place.field.id) else {
        continue
      }
      parts.append(
        GroupScoring.Part(
          .term(Term(field: stems, bytes: stem)), weight: place.weight * stemWeight,
          isRepeated: place.isRepeated))
    }
    return parts
  }

  /// The ids of the concepts that tags and labels name.
  private static func concepts(of plan: SearchPlan) throws(IndexError) -> [String] {
    guard let thesaurus = plan.thesaurus else { return [] }
    var numbers = plan.named.numbers
    if let typed = plan.widened?.typed.keys { numbers.formUnion(typed) }
    var ids: [String] = []
    for number in numbers.sorted() { ids.append(try thesaurus.id(at: number)) }
    return ids
  }
}

extension PolicyField {
  /// Whether the field holds words that a document is about.
  fileprivate var isText: Bool {
    switch self {
    case .body, .heading, .title, .raw: true
    default: false
    }
  }
}
