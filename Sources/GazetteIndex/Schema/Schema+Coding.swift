extension Schema {
  /// Appends the schema to a manifest: the fields with kind and name, the names of the columns.
  func encode(into writer: inout ByteWriter) {
    writer.varint(fields.count)
    for field in fields {
      writer.write(field.kind.rawValue)
      writer.string(field.name)
    }
    writer.varint(columns.count)
    for column in columns { writer.string(column) }
  }

  /// Reads a schema; `nil` when the bytes are none.
  static func decode(from reader: inout ByteReader) -> Schema? {
    var fields: [Field] = []
    for _ in 0..<reader.length() {
      guard let kind = Field.Kind(rawValue: reader.read(UInt8.self)) else { return nil }
      fields.append(Field(name: reader.string(), kind: kind))
    }
    var columns: [String] = []
    for _ in 0..<reader.length() { columns.append(reader.string()) }
    let follows = fields.indices.allSatisfy { index in
      fields[index].kind != .stems || (index > 0 && fields[index - 1].kind == .text)
    }
    guard !reader.hasFailed, fields.count < 256, columns.count < 256, follows,
      Set(fields.map(\.name)).count == fields.count, Set(columns).count == columns.count
    else { return nil }
    return Schema(fields: fields, columns: columns)
  }

  /// The place of each field among those whose lengths are kept: stems share the place of their text field; `nil` for
  /// keyword fields.
  var lengthSlots: [Int?] {
    var count = 0
    return fields.map { field in
      switch field.kind {
      case .keyword: return nil
      case .stems: return count - 1
      case .text:
        count += 1
        return count - 1
      }
    }
  }

  /// How many fields have lengths of their own.
  var lengthCount: Int { fields.count { $0.kind == .text } }
}
