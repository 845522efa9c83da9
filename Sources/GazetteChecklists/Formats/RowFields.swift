/// The fields of a row by their names, in one order, for the forms that carry them.
enum RowFields {
  private static let paths:
    [(name: String, path: any WritableKeyPath<ChecklistRow, String> & Sendable)] =
      [
        ("id", \.id), ("task", \.task), ("lead", \.lead), ("responsible", \.responsible),
        ("supporting", \.supporting), ("deadline", \.deadline), ("date", \.date),
        ("indicator", \.indicator), ("citation", \.citation), ("link", \.link),
        ("document", \.document), ("title", \.title), ("written", \.written), ("sha256", \.sha256),
        ("family", \.family), ("sentence", \.sentence), ("words", \.words), ("place", \.place),
      ]

  /// The names in their order.
  static let names = paths.map(\.name) + ["strength"]

  /// The values of a row in the order of the names.
  static func values(of row: ChecklistRow) -> [String] {
    paths.map { row[keyPath: $0.path] } + [String(row.strength)]
  }

  /// The row of some values; `nil` without an id.
  static func row(named names: [String], _ values: [String]) -> ChecklistRow? {
    var row = ChecklistRow(id: "", task: "")
    for (name, value) in zip(names, values) {
      if name == "strength" { row.strength = min(5, max(1, Int(value) ?? 3)) }
      if let field = paths.first(where: { $0.name == name }) { row[keyPath: field.path] = value }
    }
    return ChecklistTable.isMeasureID(row.id) ? row : nil
  }
}
