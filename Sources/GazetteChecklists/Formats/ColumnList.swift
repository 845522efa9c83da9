import GazetteExport

/// The columns of a table as JSON, for the forms that carry them.
enum ColumnList {
  /// A list of names with roles.
  static func json(_ columns: [ChecklistTable.Column]) -> JSONValue {
    .array(
      columns.map { .object(["name": .string($0.name), "role": JSONValue($0.role?.rawValue)]) })
  }

  /// The columns of a list; a role that is named twice goes to the first.
  static func columns(of value: JSONValue?) -> [ChecklistTable.Column] {
    var taken: Set<ChecklistRole> = []
    return (value?.elements ?? []).prefix(10_000).compactMap { entry in
      guard let name = entry["name"]?.text else { return nil }
      let role = entry["role"]?.text.flatMap(ChecklistRole.init(rawValue:))
      let isFree = role.map { taken.insert($0).inserted } ?? false
      return ChecklistTable.Column(name: name, role: isFree ? role : nil)
    }
  }
}
