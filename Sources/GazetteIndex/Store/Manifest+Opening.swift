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
    for entry in entries { segments.append(try openSegment(entry, in: folder)) }
    return segments
  }

  /// Opens one segment with what of it is deleted; throws `IndexError.corrupt` when its file is another one.
  func openSegment(_ entry: Entry, in folder: String) throws(IndexError) -> LiveSegment {
    let segment = try Segment(folder: folder, number: entry.number, schema: schema)
    let file = segment.file
    guard UInt64(file.byteCount) == entry.byteCount, file.checksum == entry.checksum else {
      throw file.corrupt(
        file.byteCount - FileFooter.size, "it is not the segment that the manifest names")
    }
    var live = LiveDocuments()
    for group in entry.deletedGroups {
      guard group < segment.groups.count else {
        throw .corrupt(
          file: folder + "/" + Self.name, offset: 0,
          what: "it deletes a group that segment \(entry.number) does not have")
      }
      try live.delete(group: group, of: segment)
    }
    return LiveSegment(segment: segment, live: live)
  }
}
