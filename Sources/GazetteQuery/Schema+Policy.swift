public import GazetteIndex

extension Schema {
  /// The schema of every index of policy documents: the cases of `PolicyField` with their stems, and two columns.
  ///
  /// The columns hold the first and the last day that the document's date can mean, as numbers `YYYYMMDD`.
  public static let policy = Schema(
    fields: PolicyField.allCases.flatMap { field in
      [Field(name: field.rawValue, kind: field.kind)]
        + (field.hasStems ? [Field(name: field.rawValue + ".stems", kind: .stems)] : [])
    },
    columns: ["date.first", "date.last"])
}
