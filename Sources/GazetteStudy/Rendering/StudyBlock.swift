import Gazette

/// A piece of a pack as it is laid out: what every form of the handout is made of.
enum StudyBlock: Sendable {
  /// A heading, 1 for the title.
  case heading(Int, String)
  /// Words of the pack about itself.
  case note(String)
  /// A sentence of a source, with its citation, and the same in the other language beside it where the pack has both.
  case statement(StudyStatement)
  /// A table with its head row.
  case table([[String]])
}
