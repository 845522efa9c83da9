public import GazetteIndex

extension Schema {
  /// The schema of every index of policy documents: the cases of `PolicyField` with their stems, the issuer's name as it is, and
  /// seven columns.
  ///
  /// The columns hold the first and the last day that the document's date can mean, as numbers `YYYYMMDD`, the place of the
  /// passage's section in its document (neighbours with one value are of one section), the first and last day that the
  /// date can mean on which the document takes effect, how much the passage weighs as a source, from 0 to 9, and a number by
  /// which passages are found that may say the same.
  public static let policy = Schema(
    fields: PolicyField.allCases.flatMap { field in
      [Field(name: field.rawValue, kind: field.kind)]
        + (field.hasStems ? [Field(name: field.rawValue + ".stems", kind: .stems)] : [])
    } + [Field(name: issuerName, kind: .keyword)],
    columns: [
      "date.first", "date.last", "section", "effective.first", "effective.last", "strength",
      likenessName,
    ])

  /// The column of fingerprints.
  package static let likenessName = "likeness"

  /// The field that holds the name of the issuer whole, to be counted.
  package static let issuerName = "issuer.name"
}
