/// The fields and columns of an index, in the order of their numbers.
///
/// The schema is written into the index; an index is opened only with the schema that it was written with.
public struct Schema: Sendable, Hashable {
  /// The fields; the place in this array is the field's number.
  public let fields: [Field]
  /// The names of the columns: one signed 64-bit number an entry, or none.
  public let columns: [String]

  /// Creates a schema of at most 255 fields and 255 columns with distinct names.
  ///
  /// A field of the kind `stems` must follow a field of the kind `text`.
  public init(fields: [Field], columns: [String]) {
    precondition(fields.count < 256 && columns.count < 256, "too many fields or columns")
    precondition(
      Set(fields.map(\.name)).count == fields.count && Set(columns).count == columns.count,
      "two fields or columns share a name")
    for (index, field) in fields.enumerated() where field.kind == .stems {
      precondition(index > 0 && fields[index - 1].kind == .text, "stems follow their text field")
    }
    self.fields = fields
    self.columns = columns
  }

  /// The number of the field with a name; `nil` when there is none.
  public func field(_ name: String) -> FieldID? {
    fields.firstIndex { $0.name == name }.map { FieldID(rawValue: UInt8($0)) }
  }

  /// The number of the column with a name; `nil` when there is none.
  public func column(_ name: String) -> ColumnID? {
    columns.firstIndex(of: name).map { ColumnID(rawValue: UInt8($0)) }
  }

  /// The field that holds the stems of a text field; `nil` when it has none.
  public func stems(of field: FieldID) -> FieldID? {
    let next = Int(field.rawValue) + 1
    guard next < fields.count, fields[next].kind == .stems else { return nil }
    return FieldID(rawValue: UInt8(next))
  }
}
