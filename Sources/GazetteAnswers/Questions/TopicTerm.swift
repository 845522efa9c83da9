/// A word of what a question is about, or two neighbouring Han characters.
struct TopicTerm: Sendable, Hashable {
  /// What counts as the word: itself and its stem, folded.
  let forms: Set<[UInt8]>
  /// The word as it was typed.
  let word: String
  /// Whether it is Chinese, and cannot stand in a text without Han.
  let isHan: Bool
}
