package import GazetteExport

extension JSONValue {
  /// What became of one row in a merge.
  package init(_ change: MergeReport.Change) {
    self = .object([
      "fate": .string(change.fate.rawValue), "id": JSONValue(change.id.isEmpty ? nil : change.id),
      "oldId": JSONValue(change.oldID.isEmpty ? nil : change.oldID),
      "old": JSONValue(change.old.isEmpty ? nil : change.old),
      "new": JSONValue(change.new.isEmpty ? nil : change.new),
      "proposal": .bool(change.isProposal),
      "mark": JSONValue(change.mark.isEmpty ? nil : change.mark),
    ])
  }

  /// The counts of a merge.
  package init(_ report: MergeReport) {
    var fates: [String: JSONValue] = [:]
    for fate in MergeReport.Fate.allCases { fates[fate.rawValue] = .integer(report.count(fate)) }
    self = .object([
      "fates": .object(fates), "removed": .integer(report.removed),
      "proposals": .integer(report.proposals), "cellsFound": .integer(report.cellsFound),
      "cellsKept": .integer(report.cellsKept), "personalCells": .integer(report.personalCells),
      "formulas": .integer(report.formulas),
    ])
  }
}
