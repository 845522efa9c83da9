import Gazette

extension IndexingReport {
  /// The report in the envelope, its only item.
  var envelope: Envelope {
    var envelope = Envelope(schema: "gazette.index/1", revision: revision, items: [json])
    envelope.isComplete = isComplete
    return envelope
  }

  private static func place(_ failure: Failure) -> JSONValue {
    guard let line = failure.line, let column = failure.column else { return .null }
    return .object(["line": .integer(line), "column": .integer(column)])
  }

  private var json: JSONValue {
    .object([
      "scanned": .integer(scanned), "new": .integer(new), "changed": .integer(changed),
      "unchanged": .integer(unchanged), "skipped": .integer(skips.count),
      "removed": .integer(removed), "retagged": .integer(retagged),
      "failed": .integer(failures.count),
      "failures": .array(
        failures.map {
          .object([
            "file": .string($0.file), "code": .string($0.code), "message": .string($0.message),
            "at": IndexingReport.place($0), "stale": .bool($0.isStale),
          ])
        }),
      "skips": .array(
        skips.map {
          .object(["file": .string($0.file), "reason": .string($0.reason.rawValue)])
        }),
      "notes": .array(
        notes.map {
          guard case .object(var object) = JSONValue($0.notice) else { return .null }
          object["file"] = .string($0.file)
          return .object(object)
        }),
      "documents": .integer(documents), "passages": .integer(passages),
      "seconds": .number((seconds * 1000).rounded() / 1000),
    ])
  }
}
