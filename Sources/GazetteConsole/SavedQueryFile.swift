public import GazetteExport

/// The file in which saved queries lie: `.gazette/queries.jsonl` in the folder of the corpus, or where an option says.
public struct SavedQueryFile {
  private let file: SettingsFile

  /// The path of the file.
  public var path: String { file.path }

  /// Finds the file; it need not be there.
  ///
  /// - Parameters:
  ///   - path: What the option says; `nil` for none.
  ///   - roots: The folders and files that the corpus was read from; the first counts.
  /// - Throws: What asking for the roots throws.
  public init(named path: String?, roots: () throws -> [String]) throws {
    file = try SettingsFile(named: path, as: "queries.jsonl", roots: roots)
  }

  /// What the file holds; nothing when it is not there.
  ///
  /// - Returns: The queries.
  /// - Throws: `SettingsFileError.unread` when it cannot be read.
  public func load() throws(SettingsFileError) -> SavedQueries { SavedQueries(try file.text()) }

  /// Keeps a query under a name, and says so.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - name: The name.
  /// - Throws: `SavedQueryError` when the name is none, `SettingsFileError` when the file cannot be read or written.
  public func save(_ query: String, as name: String) throws {
    guard SavedQueries.isName(name) else { throw SavedQueryError.malformedName }
    var queries = try load()
    let before = queries[name]
    try queries.save(query, as: name)
    try file.write(queries.text)
    let console = Console.current
    if let before, before.text != query {
      console.tell(console.say("queries.replaced", name, path, before.text))
    } else {
      console.tell(console.say("queries.saved", name, path))
    }
  }

  /// Removes a query.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The query.
  /// - Throws: `SavedQueryError` when there is none of this name, `SettingsFileError` when the file cannot be read or written.
  public func remove(_ name: String) throws -> SavedQueries.Entry {
    var queries = try load()
    guard let entry = queries.remove(name) else {
      throw SavedQueryError.unknown(name: name, known: queries.entries.map(\.name), path: path)
    }
    try file.write(queries.text)
    return entry
  }
}
