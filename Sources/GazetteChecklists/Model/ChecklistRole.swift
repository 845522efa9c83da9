/// What a column of a checklist holds; every other column is the person's own.
public enum ChecklistRole: String, Sendable, Hashable, CaseIterable {
  /// A running number.
  case number
  /// What is to be done.
  case task
  /// Who leads.
  case lead
  /// Who is responsible, and who supports.
  case responsible
  /// By when.
  case deadline
  /// How far it is: the person's.
  case status
  /// Whatever the person notes.
  case notes
  /// The day on which it was done: the person's.
  case done
  /// What a merge has to say: to re-check, new, retired.
  case check
  /// What the row said before the source changed.
  case former
  /// The citation.
  case source
  /// The id of the measure.
  case id

  /// The columns of a new checklist in their order.
  public static let standard: [ChecklistRole] = [
    .number, .task, .lead, .responsible, .deadline, .status, .notes, .source, .id,
  ]

  /// The columns that say what the source states, and follow it.
  static let stated: [ChecklistRole] = [.task, .lead, .responsible, .deadline, .source]
}
