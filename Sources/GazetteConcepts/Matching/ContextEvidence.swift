/// What a document says of its fields: the evidence for labels that are ordinary words too.
struct ContextEvidence {
  private let thesaurus: Thesaurus
  private let passageCount: Int
  /// The passages in which a field is mentioned for certain, as pairs of field and passage.
  private var places: Set<Place> = []
  /// Of each field how many sure mentions there are, and of which concepts.
  private var counts: [Int: (mentions: Int, concepts: Set<Int>)] = [:]
  private var titleFields: Set<Int> = []

  private struct Place: Hashable {
    let field: Int
    let passage: Int
  }

  /// Sure mentions of two concepts of a field, so many of them, make a document of the field.
  private static let mentionCount = 3
  private static let conceptCount = 2

  init(_ thesaurus: Thesaurus, passageCount: Int) {
    self.thesaurus = thesaurus
    self.passageCount = passageCount
  }

  /// Adds a sure mention in a passage.
  mutating func add(_ concept: Int, in passage: Int) {
    let field = thesaurus.field(of: concept)
    places.insert(Place(field: field, passage: passage))
    counts[field, default: (0, [])].mentions += 1
    counts[field, default: (0, [])].concepts.insert(concept)
  }

  /// Adds a sure mention in the document's title.
  mutating func addTitle(_ concept: Int) { titleFields.insert(thesaurus.field(of: concept)) }

  /// Whether a label of a concept counts in a passage.
  func holds(for concept: Int, in passage: Int) -> Bool {
    let field = thesaurus.field(of: concept)
    if titleFields.contains(field) { return true }
    if let count = counts[field], count.mentions >= Self.mentionCount,
      count.concepts.count >= Self.conceptCount
    {
      return true
    }
    return (passage - 1...passage + 1).contains {
      places.contains(Place(field: field, passage: $0))
    }
  }
}
