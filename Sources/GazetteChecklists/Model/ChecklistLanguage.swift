/// The language of the headers and marks of a checklist; the cells are in whatever language their source has.
public enum ChecklistLanguage: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
