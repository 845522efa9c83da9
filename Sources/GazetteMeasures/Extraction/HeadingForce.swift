/// What the heading of a section says for all that stands below it.
struct HeadingForce: Sendable {
  /// The modal word that holds for the items: 严禁下列行为.
  var modal: SentenceContext.HeldModal?
  /// The bodies whose tasks the section lists: （二）县水利局.
  var actors: [DraftMeasure.Actor] = []

  /// Whether it says nothing.
  var isEmpty: Bool { modal == nil && actors.isEmpty }
}
