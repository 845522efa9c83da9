import GazetteDocument
package import GazetteExport

extension JSONValue {
  /// One task of a checklist.
  package init(_ task: ChecklistStatus.Task) {
    self = .object([
      "id": JSONValue(task.id.isEmpty ? nil : task.id), "task": .string(task.task),
      "state": .string(task.state.rawValue), "due": JSONValue(task.due?.description),
      "done": JSONValue(task.done?.description),
      "concerns": .array(
        ChecklistStatus.Concern.allCases.filter(task.concerns.contains).map {
          .string($0.rawValue)
        }),
    ])
  }

  /// The counts of a checklist on a day.
  package init(_ status: ChecklistStatus) {
    var counts: [String: JSONValue] = [:]
    for state in ChecklistState.allCases { counts[state.rawValue] = .integer(status.count(state)) }
    for concern in ChecklistStatus.Concern.allCases {
      counts[concern.rawValue] = .integer(status.count(concern))
    }
    counts["retired"] = .integer(status.retired)
    counts["tasks"] = .integer(status.tasks.count)
    self = .object(counts)
  }
}
