public import GazetteExport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file in which saved queries lie: `.gazette/queries.jsonl` in the folder of the corpus, or where an option says.
///
/// An index may be deleted at any time, so they do not lie in it.
public struct SavedQueryFile {
  /// The path of the file.
  public let path: String
  /// Whether the folder of the corpus is there, or an option named the file.
  private let hasFolder: Bool
  private let folder: String

  /// Finds the file; it need not be there.
  ///
  /// - Parameters:
  ///   - path: What the option says; `nil` for none.
  ///   - roots: The folders and files that the corpus was read from; the first counts.
  /// - Throws: What asking for the roots throws.
  public init(named path: String?, roots: () throws -> [String]) throws {
    if let path {
      (self.path, folder, hasFolder) = (path, "", true)
      return
    }
    var root = try roots().first ?? "corpus"
    while root.utf8.count > 1, root.hasSuffix("/") { root.removeLast() }
    var status = stat()
    var isFolder = stat(root, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if !isFolder, stat(root, &status) == 0 {
      // A single file was read: its folder is the corpus.
      root = root.lastIndex(of: "/").map { String(root[..<$0]) } ?? "."
      isFolder = true
    }
    (self.path, folder, hasFolder) = (root + "/.gazette/queries.jsonl", root, isFolder)
  }

  /// What the file holds; nothing when it is not there.
  ///
  /// - Returns: The queries.
  /// - Throws: `SavedQueryError.unread` when it cannot be read.
  public func load() throws(SavedQueryError) -> SavedQueries {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT || errno == ENOTDIR { return SavedQueries("") }
      throw .unread(path: path, reason: Self.reason)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw .unread(path: path, reason: Self.reason) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return SavedQueries(String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps a query under a name, and says so.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - name: The name.
  /// - Throws: `SavedQueryError` when the name is none, or the file cannot be read or written.
  public func save(_ query: String, as name: String) throws {
    guard SavedQueries.isName(name) else { throw SavedQueryError.malformedName }
    var queries = try load()
    let before = queries[name]
    try queries.save(query, as: name)
    try write(queries)
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
  /// - Throws: `SavedQueryError` when there is none of this name, or the file cannot be read or written.
  public func remove(_ name: String) throws(SavedQueryError) -> SavedQueries.Entry {
    var queries = try load()
    guard let entry = queries.remove(name) else {
      throw .unknown(name: name, known: queries.entries.map(\.name), path: path)
    }
    try write(queries)
    return entry
  }

  /// Puts the file in place of what was there, whole or not at all.
  private func write(_ queries: SavedQueries) throws(SavedQueryError) {
    guard hasFolder else { throw .noFolder(path: folder) }
    if !folder.isEmpty, mkdir(folder + "/.gazette", 0o777) != 0, errno != EEXIST {
      throw .unwritten(path: path, reason: Self.reason)
    }
    let temporary = path + ".\(getpid()).tmp"
    guard let file = fopen(temporary, "wb") else {
      throw .unwritten(path: path, reason: Self.reason)
    }
    var text = queries.text
    let isWhole = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    let isDurable = isWhole && fflush(file) == 0 && fsync(fileno(file)) == 0
    let reason = Self.reason
    guard fclose(file) == 0, isDurable, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw .unwritten(path: path, reason: reason)
    }
  }

  private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }
}
