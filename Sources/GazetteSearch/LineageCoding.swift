import GazetteDocument
import GazetteIndex

/// Lineages and the identities that they are made of as bytes, and back.
enum LineageCoding {
  static func write(_ lineages: [DocumentLineage], to writer: inout ByteWriter) {
    writer.varint(lineages.count)
    for lineage in lineages {
      writer.string(lineage.document.name)
      writer.varint(lineage.versions.count)
      for version in lineage.versions { writer.string(version.name) }
      writer.string(lineage.place.rawValue)
      // Two bits: whether it was ended, and whether it is a translation.
      writer.varint((lineage.ending == nil ? 0 : 1) | (lineage.original == nil ? 0 : 2))
      if let original = lineage.original { writer.string(original) }
      guard let ending = lineage.ending else { continue }
      writer.string(ending.kind.rawValue)
      writer.string(ending.document.name)
      SpanCoding.write(ending.evidence, to: &writer)
      writer.string(ending.asOf?.description ?? "")
    }
  }

  static func lineages(_ reader: inout ByteReader) -> [DocumentLineage] {
    (0..<reader.length()).map { _ in
      let document = PolicyDocument.ID(reader.string())
      let versions = (0..<reader.length()).map { _ in PolicyDocument.ID(reader.string()) }
      let place = DocumentLineage.Place(rawValue: reader.string()) ?? .only
      var ending: DocumentLineage.Ending?
      let marks = reader.varint()
      let original = marks & 2 == 0 ? nil : reader.string()
      if marks & 1 == 1 {
        let kind = DocumentRelation.Kind(rawValue: reader.string()) ?? .repeals
        let source = PolicyDocument.ID(reader.string())
        let evidence = SpanCoding.span(&reader) ?? TextSpan(start: .zero, end: .zero)
        ending = DocumentLineage.Ending(
          kind: kind, document: source, evidence: evidence,
          asOf: CalendarDate(iso: reader.string()))
      }
      return DocumentLineage(
        document: document, versions: versions, place: place, ending: ending, original: original)
    }
  }

  static func write(_ identity: DocumentIdentity?, to writer: inout ByteWriter) {
    writer.varint(identity == nil ? 0 : 1)
    guard let identity else { return }
    for text in [identity.number, identity.title, identity.issuer, identity.language] {
      writer.string(text)
    }
    writer.varint(identity.isInstrument ? 1 : 0)
    writer.varint(identity.dating.rawValue)
    writer.string(identity.date?.description ?? "")
    writer.string(identity.appliesFrom?.description ?? "")
    writer.varint(identity.ends.count)
    for reference in identity.ends {
      writer.string(reference.kind.rawValue)
      writer.string(reference.number)
      writer.string(reference.title)
      SpanCoding.write(reference.evidence, to: &writer)
    }
  }

  static func identity(_ reader: inout ByteReader) -> DocumentIdentity? {
    guard reader.varint() == 1 else { return nil }
    let texts = (0..<4).map { _ in reader.string() }
    let isInstrument = reader.varint() == 1
    let dating = DocumentIdentity.Dating(rawValue: Int(reader.varint32())) ?? .none
    let date = CalendarDate(iso: reader.string())
    let appliesFrom = CalendarDate(iso: reader.string())
    let ends = (0..<reader.length()).map { _ in
      DocumentIdentity.Reference(
        kind: DocumentRelation.Kind(rawValue: reader.string()) ?? .repeals,
        number: reader.string(), title: reader.string(),
        evidence: SpanCoding.span(&reader) ?? TextSpan(start: .zero, end: .zero))
    }
    return DocumentIdentity(
      number: texts[0], title: texts[1], issuer: texts[2], language: texts[3],
      isInstrument: isInstrument, dating: dating, date: date, appliesFrom: appliesFrom, ends: ends)
  }
}
