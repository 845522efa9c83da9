/// A concept that a question names by a label.
struct TopicSubject: Sendable, Hashable {
  /// The label as it was typed.
  let label: String
  /// The ids of the concepts that have the label; several where it is ambiguous.
  let concepts: [String]
  /// The ids that count as it: these, and those of what lies below them.
  let family: Set<String>
  /// The parts of the first that has any, by id, in their order.
  let members: [String]
}
