package import GazetteDocument

/// How far a checklist is on a day.
package struct ChecklistStatus: Sendable, Hashable {
  /// Why a task asks for somebody's attention.
  package enum Concern: String, Sendable, Hashable, CaseIterable {
    case overdue
    case dueSoon = "due-soon"
    case withoutBody = "without-body"
    case recheck = "re-check"
  }

  /// One task.
  package struct Task: Sendable, Hashable {
    /// The id; empty for a person's own row.
    package var id: String
    /// What is to be done.
    package var task: String
    /// How far it is.
    package var state: ChecklistState
    /// The last day, where the row names one.
    package var due: CalendarDate?
    /// The day on which it was done, where the row names one.
    package var done: CalendarDate?
    /// The day from which it was asked for, where the file tells.
    package var asked: CalendarDate?
    /// Why it asks for attention.
    package var concerns: Set<Concern>
  }

  /// The day.
  package let today: CalendarDate
  /// How many days ahead a task is due soon.
  package let days: Int
  /// The tasks in the order of the file; what is retired is none.
  package private(set) var tasks: [Task] = []
  /// How many rows are retired.
  package private(set) var retired = 0

  /// Looks through a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - today: The day.
  ///   - days: How many days ahead a task is due soon, from 0.
  package init(_ table: ChecklistTable, today: CalendarDate, days: Int) {
    self.today = today
    self.days = days
    for index in table.rows.indices where !table.rows[index].isText {
      let task = table.text(index, .task)
      let id = table.id(ofRow: index)
      guard id != nil || !task.trimmed.isEmpty else { continue }
      let mark = ChecklistMark.kind(of: table.text(index, .check))
      guard mark != .retired else {
        retired += 1
        continue
      }
      let origin = id.flatMap { table.origins[$0] }
      let words = table.text(index, .status)
      let done = DayReader.lastDay(in: table.text(index, .done))
      // Words that name no state are a person's account of work under way; a day of completion says that it is done.
      let state =
        ChecklistTerms.standard.state(of: words)
        ?? (done != nil ? .done : words.trimmed.isEmpty ? .open : .doing)
      var due = DayReader.lastDay(in: table.text(index, .deadline))
      if due == nil, let origin, table.text(index, .deadline) == origin.deadline {
        due = CalendarDate(iso: origin.date)
      }
      var concerns: Set<Concern> = mark == .recheck ? [.recheck] : []
      if state == .open || state == .doing {
        if let due {
          let left = DayReader.ordinal(due) - DayReader.ordinal(today)
          if left < 0 { concerns.insert(.overdue) }
          if left >= 0, left <= days { concerns.insert(.dueSoon) }
        }
        if table.text(index, .lead).trimmed.isEmpty, table.text(index, .responsible).trimmed.isEmpty
        {
          concerns.insert(.withoutBody)
        }
      }
      tasks.append(
        Task(
          id: id ?? "", task: task.collapsed, state: state, due: due, done: done,
          asked: origin.flatMap { CalendarDate(iso: $0.written) }, concerns: concerns))
    }
  }

  /// How many tasks have a state.
  package func count(_ state: ChecklistState) -> Int { tasks.count { $0.state == state } }

  /// How many tasks ask for attention for a reason.
  package func count(_ concern: Concern) -> Int { tasks.count { $0.concerns.contains(concern) } }

  /// Whether a script is to be told: something is overdue or to be looked at again.
  package var asksForAttention: Bool { count(.overdue) > 0 || count(.recheck) > 0 }
}
