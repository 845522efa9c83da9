/// What stands somewhere: the words, and the concepts that are mentioned.
struct TopicSurroundings: Sendable {
  /// The words in all the forms that can match.
  var forms: Set<[UInt8]> = []
  /// The ids of the concepts.
  var concepts: Set<String> = []

  /// Whether a word stands there.
  func has(_ term: TopicTerm) -> Bool { !term.forms.isDisjoint(with: forms) }

  /// How far a concept is there: 1 for itself, less for one below it.
  func share(of subject: TopicSubject) -> Double {
    if subject.concepts.contains(where: concepts.contains) { return 1 }
    return subject.family.isDisjoint(with: concepts) ? 0 : TopicFit.memberShare
  }

  /// Takes up what stands elsewhere too.
  mutating func formUnion(_ other: TopicSurroundings) {
    forms.formUnion(other.forms)
    concepts.formUnion(other.concepts)
  }
}
