/// A label found in a folded text.
package struct LabelMatch: Sendable, Hashable {
  /// The label's number in its automaton.
  package let label: Int32
  /// Where it begins among the folded bytes.
  package let start: Int32
  /// The byte after its last.
  package let end: Int32

  /// Creates a match.
  package init(label: Int32, start: Int32, end: Int32) {
    self.label = label
    self.start = start
    self.end = end
  }
}
