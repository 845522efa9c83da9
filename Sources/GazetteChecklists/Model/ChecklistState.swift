/// How far a task is, as a person says it.
public enum ChecklistState: String, Sendable, Hashable, CaseIterable {
  case open, doing, done, dropped
}
