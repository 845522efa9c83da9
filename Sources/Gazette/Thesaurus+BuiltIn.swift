import CGazetteData
public import GazetteConcepts

extension Thesaurus {
  /// The name by which errors and findings call the file that is built in.
  public static let builtInFile = "concepts.yaml"

  /// The bytes of the YAML file that is built in.
  package static var builtInBytes: [UInt8] {
    let table = gazette_table_concepts()
    return Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }

  /// The starting thesaurus that comes with the program; costs reading its YAML.
  ///
  /// - Throws: `ThesaurusError` when the file that was built in is broken, which the tests rule out.
  public static func builtIn() throws(ThesaurusError) -> Thesaurus {
    try Thesaurus(yaml: builtInBytes, file: builtInFile)
  }
}
