/// A part of a document that has mentions.
enum TextPart: Sendable, Hashable {
  /// A passage, as an index into the document's `passages`.
  case passage(Int)
  /// The heading of a section, as an index into the document's `sections`.
  case heading(Int)
}
