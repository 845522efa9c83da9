import GazetteConcepts
import GazetteDocument

/// A member of a formula, and the concepts by whose mentions it counts as mentioned.
struct MemberWatch: Sendable {
  let part: Concept.Part
  let number: Int
  /// The id of the member itself.
  let id: String
  /// Its own id and those of all that lies below it.
  let ids: Set<String>
  /// For a member that is words only, a concept to look for these with.
  let wordsConcept: Concept?

  /// Looks a member up; the formula itself never counts as its own member, however the thesaurus is knotted.
  init(_ part: Concept.Part, number: Int, in thesaurus: Thesaurus, of formula: String) {
    self.part = part
    self.number = number
    switch part {
    case .concept(let id):
      self.id = id
      var ids = Set(thesaurus.family(of: id).map { thesaurus.concepts[$0].id })
      ids.remove(formula)
      self.ids = ids.union([id])
      wordsConcept = nil
    case .label(let text):
      // No id of a thesaurus has a colon.
      let id = ":\(number)"
      var concept = Concept(id: id)
      let isChinese = text.utf8.contains { $0 >= 0xE3 }
      concept.labels = [
        ConceptLabel(
          text, language: isChinese ? .simplifiedChinese : .english, status: .preferred)
      ]
      self.id = id
      ids = [id]
      wordsConcept = concept
    }
  }
}
