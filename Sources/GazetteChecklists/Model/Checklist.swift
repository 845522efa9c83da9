/// The requirements of some documents as rows, before anybody wrote anything to them.
public struct Checklist: Sendable, Hashable {
  /// The rows in the order of the sources.
  public var rows: [ChecklistRow]
  /// The language of the headers.
  public var language: ChecklistLanguage
  /// The revision of the corpus, `rN-H`; empty when no index was involved.
  public var revision: String
  /// What the rows were selected by, as words that select them again.
  public var selection: [String]

  /// Creates a checklist.
  public init(
    rows: [ChecklistRow], language: ChecklistLanguage, revision: String = "",
    selection: [String] = []
  ) {
    self.rows = rows
    self.language = language
    self.revision = revision
    self.selection = selection
  }
}
