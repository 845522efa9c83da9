/// What the value of a tag in a query was taken for.
public struct TagMeaning: Sendable, Hashable {
  /// The name as it was typed, without the `=` in front of one that means itself only.
  public let name: String
  /// The ids of the concepts of that name; several share a label.
  public let named: [String]
  /// The ids of all concepts that are asked for: those of that name and, unless `=` stands before it, those below them.
  public let concepts: [String]

  /// Creates a meaning.
  package init(name: String, named: [String], concepts: [String]) {
    self.name = name
    self.named = named
    self.concepts = concepts
  }
}
