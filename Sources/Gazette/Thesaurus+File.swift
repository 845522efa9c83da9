public import GazetteConcepts

extension Thesaurus {
  /// The most bytes that a thesaurus may have.
  private static let limit = 64 << 20

  /// Reads a thesaurus from a YAML file.
  ///
  /// - Parameter path: The file.
  /// - Throws: `CorpusError` when the file cannot be read, `ThesaurusError` when it is no thesaurus.
  public init(file path: String) throws {
    try self.init(yaml: FileReading.bytes(of: path, limit: Self.limit), file: path)
  }
}
