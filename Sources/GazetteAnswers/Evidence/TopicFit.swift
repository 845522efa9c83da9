/// How far a sentence, with what stands around it, is about a topic.
struct TopicFit: Sendable, Hashable {
  /// How much of the topic is there, 0 to 1: what the sentence says itself counts whole, what stands around it less.
  var coverage = 0.0
  /// How much of the topic the sentence says itself, 0 to 1.
  var own = 0.0
  /// How much of the topic the title of the document says, 0 to 1.
  var title = 0.0
  /// Whether part of it stands in the sentence, its passage or the heading over it, and not in the title alone.
  var isAnchored = false
  /// Whether every concept that was named is there.
  var hasSubjects = true

  /// What a word in the passage, in a heading over it, in the title of the document counts.
  static let (passage, heading, title) = (0.75, 0.75, 0.6)
  /// What a concept weighs beside a word of average rarity.
  static let subjectWeight = 3.0
  /// What a member of a concept counts in place of the concept.
  static let memberShare = 0.85
  /// What is left of a coverage across languages, where words cannot be compared.
  static let acrossLanguages = 0.9
  /// From so much on a sentence is about the topic.
  static let enough = 0.55

  /// Whether the sentence is about the topic.
  var isEnough: Bool { coverage >= TopicFit.enough && isAnchored && hasSubjects }
}
