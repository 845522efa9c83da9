import GazetteDocument
public import GazetteMeasures

/// A coverage in the words of OSCAL's control mapping model, version 1.2.0.
///
/// Documents are resources, measures are controls. The identifiers are made of the content by SHA-256, so that the same comparison
/// gives the same file; they carry the mark of version 5, which names are made by, though its own hash is another.
/// https://pages.nist.gov/OSCAL/learn/concepts/layer/control/mapping/
public enum OSCALMapping {
  /// The mapping collection.
  ///
  /// - Parameters:
  ///   - coverage: The comparison.
  ///   - revision: The revision of the corpus.
  ///   - day: The day of the file, `YYYY-MM-DD`.
  /// - Returns: The file as JSON.
  public static func json(of coverage: Coverage, revision: String, on day: String) -> JSONValue {
    let title = "\(revision) \(names(coverage.sources)) → \(names(coverage.targets))"
    var mapping: [String: JSONValue] = [
      "uuid": uuid("mapping", title), "method": .string(method(of: coverage)),
      "matching-rationale": .string("semantic"), "status": .string("draft"),
      "source-resource": resource(coverage.sources), "target-resource": resource(coverage.targets),
      "maps": .array(coverage.rows.flatMap { row in row.pairs.map { map($0, coverage) } }),
    ]
    if let gap = gap(
      coverage.rows.filter { $0.verdict == .notCovered }.map { coverage.sources[$0.source] },
      "source", title)
    {
      mapping["source-gap-summary"] = gap
    }
    if let gap = gap(coverage.onlyInTarget.map { coverage.targets[$0] }, "target", title) {
      mapping["target-gap-summary"] = gap
    }
    if let share = coverage.share {
      mapping["coverage"] = .object([
        "generation-method": .string("arithmetic"), "target-coverage": .number(rounded(share)),
      ])
    }
    return .object([
      "mapping-collection": .object([
        "uuid": uuid("collection", title),
        "metadata": .object([
          "title": .string(title), "last-modified": .string(day + "T00:00:00Z"),
          "version": .string(revision), "oscal-version": .string("1.2.0"),
        ]),
        "provenance": .object([
          "method": .string(method(of: coverage)), "matching-rationale": .string("semantic"),
          "status": .string("draft"),
          "mapping-description": .string(
            "Measures of policy texts, paired by their words, concepts and figures. Of \(coverage.rows.count) measures "
              + "\(coverage.count(.covered)) are covered, \(coverage.count(.partly)) partly, "
              + "\(coverage.count(.notCovered)) not."),
        ]),
        "mappings": .array([.object(mapping)]),
      ])
    ])
  }

  private static func map(_ pair: Coverage.Pair, _ coverage: Coverage) -> JSONValue {
    let (source, target) = (coverage.sources[pair.source], coverage.targets[pair.target])
    let relationship =
      pair.status == .rejected
      ? "no-relationship"
      : pair.verdict == .covered
        ? pair.differences.isEmpty ? "equivalent-to" : "subset-of" : "intersects-with"
    let remarks = pair.differences.map { difference in
      "\(difference.kind.rawValue) (\(difference.direction.rawValue)): "
        + "\(difference.before ?? "—") → \(difference.after ?? "—")"
    }
    var object: [String: JSONValue] = [
      "uuid": uuid("map", source.id.description + target.id.description),
      "relationship": .string(relationship),
      "sources": .array([item(source)]), "targets": .array([item(target)]),
      "confidence-score": .object(["percentage": .number(rounded(pair.likeness))]),
      "props": .array([
        .object([
          "name": .string("decision"), "ns": .string("urn:gazette:coverage"),
          "value": .string(pair.status.rawValue),
        ])
      ]),
    ]
    if !remarks.isEmpty { object["remarks"] = .string(remarks.joined(separator: "; ")) }
    return .object(object)
  }

  /// A measure with its words, so that the file is read without the corpus.
  private static func item(_ record: MeasureRecord) -> JSONValue {
    .object([
      "type": .string("control"), "id-ref": .string(record.id.description),
      "remarks": .string(record.sentence + "\n\n" + record.citation.full),
    ])
  }

  private static func gap(_ records: [MeasureRecord], _ side: String, _ title: String) -> JSONValue?
  {
    guard !records.isEmpty else { return nil }
    return .object([
      "uuid": uuid(side + " gap", title),
      "unmapped-controls": .array([
        .object(["with-ids": .array(records.map { .string($0.id.description) })])
      ]),
    ])
  }

  private static func resource(_ records: [MeasureRecord]) -> JSONValue {
    .object([
      "type": .string("catalog"),
      "href": .string("urn:gazette:" + percentEncoded(names(records))),
    ])
  }

  private static func names(_ records: [MeasureRecord]) -> String {
    Set(records.map(\.document.id)).sorted().map(\.name).joined(separator: ", ")
  }

  private static func method(of coverage: Coverage) -> String {
    let isDecided = coverage.rows.contains { $0.pairs.contains { $0.status != .proposed } }
    return isDecided ? "hybrid" : "automation"
  }

  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

  private static func percentEncoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E
        || byte == 0x5F || byte == 0x2F
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A UUID made of a text.
  private static func uuid(_ kind: String, _ text: String) -> JSONValue {
    let digest = ContentHash.digest(of: Array((kind + "\n" + text).utf8).span).description
    var digits = Array(digest.utf8.prefix(32))
    digits[12] = UInt8(ascii: "5")
    digits[16] = UInt8(ascii: "a")
    let text = String(decoding: digits, as: UTF8.self)
    var parts: [Substring] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return .string(parts.joined(separator: "-"))
  }
}
