import GazetteDocument
import GazetteIndex

/// What a document says of others as bytes, and back.
enum RelationCoding {
  static func bytes(of relations: [DocumentRelation]) -> [UInt8] {
    var writer = ByteWriter()
    writer.varint(relations.count)
    for relation in relations {
      writer.string(relation.kind.rawValue)
      writer.string(relation.state.rawValue)
      writer.string(relation.title ?? "")
      writer.varint(relation.number == nil ? 0 : 1)
      if let number = relation.number {
        writer.string(number.code)
        writer.varint(number.year.map { $0 + 1 } ?? 0)
        writer.varint(number.serial)
      }
      SpanCoding.write(relation.evidence, to: &writer)
    }
    return writer.bytes
  }

  /// Reads the relations.
  static func relations(_ reader: inout ByteReader) -> [DocumentRelation] {
    (0..<reader.length()).map { _ in
      let kind = DocumentRelation.Kind(rawValue: reader.string()) ?? .cites
      let state = FieldState(rawValue: reader.string()) ?? .notRecognised
      let title = reader.string()
      var number: DocumentNumber?
      if reader.varint() == 1 {
        let code = reader.string()
        let year = Int(reader.varint32())
        number = DocumentNumber(
          code: code, year: year == 0 ? nil : year - 1, serial: Int(reader.varint32()))
      }
      return DocumentRelation(
        kind: kind, title: title.isEmpty ? nil : title, number: number, state: state,
        evidence: SpanCoding.span(&reader) ?? TextSpan(start: .zero, end: .zero))
    }
  }
}
