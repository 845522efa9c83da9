import GazetteAnalysis

extension Manifest {
  /// Throws `IndexError.mismatched` unless the index was made with a schema and an analyzer.
  func check(path: String, schema: Schema, analyzer: Analyzer) throws(IndexError) {
    try check(path: path, analyzer: analyzer)
    guard self.schema == schema else {
      throw .mismatched(
        path: path, what: "the fields", found: Self.names(self.schema),
        expected: Self.names(schema))
    }
  }

  /// Throws `IndexError.mismatched` unless the index was made with an analyzer.
  func check(path: String, analyzer: Analyzer) throws(IndexError) {
    guard analyzerName == analyzer.name, analyzerVersion == analyzer.version else {
      throw .mismatched(
        path: path, what: "the analyzer", found: "\(analyzerName) \(analyzerVersion)",
        expected: "\(analyzer.name) \(analyzer.version)")
    }
  }

  private static func names(_ schema: Schema) -> String {
    (schema.fields.map(\.name) + schema.columns).joined(separator: " ")
  }

  /// Opens the segments with what of them is deleted.
  func openSegments(in folder: String) throws(IndexError) -> [LiveSegment] {
    var segments: [LiveSegment] = []
    for entry in entries {
      let segment = try Segment(folder: folder, number: entry.number, schema: schema)
      var live = LiveDocuments()
      for group in entry.deletedGroups {
        guard group < segment.groups.count else {
          throw .corrupt(
            file: folder + "/" + Self.name, offset: 0,
            what: "it deletes a group that segment \(entry.number) does not have")
        }
        try live.delete(group: group, of: segment)
      }
      segments.append(LiveSegment(segment: segment, live: live))
    }
    return segments
  }
}
