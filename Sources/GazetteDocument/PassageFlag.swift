/// A warning that travels with a passage wherever it is shown or exported.
public enum PassageFlag: String, Sendable, Hashable, CaseIterable {
  /// Characters were hidden by a filter.
  case masked
  /// The words end in the middle.
  case cut
  /// Words that the original cannot have held.
  case invented
  /// The meaning is likely the opposite of the original's.
  case inverted
  /// Halves of markup stand in the words.
  case markup
  /// Page furniture that could not be told apart for certain.
  case boilerplate
}
