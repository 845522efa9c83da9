public import GazetteDocument
import GazetteParsing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folders and files that documents are read from: lists them, names the documents, and parses them.
public struct Corpus: Sendable {
  /// A file that is to be read, with the name of its document.
  public struct Source: Sendable, Hashable {
    /// The file.
    public let file: CorpusFile
    /// The name of its document.
    public let id: PolicyDocument.ID
    /// The file beside it in which a person entered metadata: `NAME.meta.yaml`; `nil` for none.
    public let sidecar: String?
  }

  /// The folders and files as they were given.
  public let roots: [String]
  /// The files to read, in the byte order of their documents' names.
  public let sources: [Source]
  /// What was found and is not to be read, each with its reason.
  public let skipped: [CorpusFile]
  /// What could not even be listed.
  public let failures: [CorpusFailure]
  /// The parser, with its limits.
  public var parser = DocumentParser()

  /// Lists one folder or file; opens none of them.
  ///
  /// - Parameter path: A folder, whose files are found at every depth, or a single file.
  /// - Throws: `CorpusError` when there is no such path.
  public init(at path: String) throws(CorpusError) {
    try self.init(at: [path])
  }

  /// Lists several folders and files as one corpus.
  ///
  /// Documents are named by their path below their root, without the ending; documents whose names would clash all keep
  /// their endings. With more than one root every name begins with the root's own.
  ///
  /// - Parameters:
  ///   - paths: Folders and files; at least one.
  ///   - index: The folder of an index, which is left out when it lies within.
  /// - Throws: `CorpusError` when a path does not exist, or two roots have the same name.
  public init(at paths: [String], excluding index: String? = nil) throws(CorpusError) {
    roots = paths
    var files: [(file: CorpusFile, name: String)] = []
    var skipped: [CorpusFile] = []
    var failures: [CorpusFailure] = []
    var names: [String: String] = [:]
    var sidecars: Set<[UInt8]> = []
    for path in paths {
      let prefix: String
      if paths.count > 1 {
        let name = Corpus.lastName(of: path)
        if let other = names.updateValue(path, forKey: name) {
          throw .sameRootName(first: other, second: path)
        }
        prefix = name + "/"
      } else {
        prefix = ""
      }
      var walk = try Corpus.walk(path, excluding: index)
      walk.files.sort { $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8) }
      sidecars.formUnion(Corpus.sidecars(among: walk.files, isFile: walk.isFile))
      skipped += walk.files.filter { $0.skipReason != nil }
      failures += walk.failures
      files += walk.files.filter { $0.skipReason == nil }.map { file in
        // A single file given among several roots is its own root: no name in front of its name.
        (file, walk.isFile ? file.relativePath : prefix + file.relativePath)
      }
    }
    self.skipped = skipped
    self.failures = failures
    sources = Corpus.named(files, sidecars)
  }

  /// Parses every document.
  ///
  /// Holds all documents in memory; for an index use `CorpusIndexing`, which does not.
  ///
  /// - Throws: `CorpusError` or `ParseError` for the first file that cannot be read; files that are no documents are left out.
  public var documents: [PolicyDocument] {
    get throws {
      if let failure = failures.first { throw failure.error }
      var documents: [PolicyDocument] = []
      for source in sources {
        try SourceReading(source: source, limit: parser.maximumSize).forEachPart { part in
          guard part.skipReason == nil else { return }
          do {
            let bytes = try part.contents.get()
            let sha256 = ContentHash.digest(of: bytes.span)
            let sidecar =
              part.path == source.file.path
              ? source.sidecar.map(SidecarReading.init) : nil
            if let failure = sidecar?.failure { throw failure }
            documents.append(
              try document(part, bytes, sha256: sha256, sidecar: sidecar?.sidecar))
          } catch let error as ParseError where error.isNoDocument {
            return
          }
        }
      }
      return documents
    }
  }

  /// Parses a part of a source.
  func document(
    _ part: SourceReading.Part, _ bytes: [UInt8], sha256: Digest, sidecar: DocumentSidecar? = nil
  ) throws(ParseError) -> PolicyDocument {
    try parser.parse(
      bytes, sha256: sha256, id: part.id, file: part.path, isRecord: part.isRecord,
      sidecar: sidecar,
      including: SourceReading.inclusion(for: part.path, limit: parser.maximumSize))
  }

  /// Reads and parses the document of one source that is a document by itself; for archives and JSON Lines see `documents`.
  ///
  /// - Parameter source: One of `sources`.
  /// - Returns: The document.
  /// - Throws: `CorpusError` when the file cannot be read, `ParseError` when it is no document or damaged.
  public func document(_ source: Source) throws -> PolicyDocument {
    let bytes = try FileReading.bytes(of: source.file.path, limit: parser.maximumSize)
    let sidecar = source.sidecar.map(SidecarReading.init)
    if let failure = sidecar?.failure { throw failure }
    return try parser.parse(
      bytes, sha256: ContentHash.digest(of: bytes.span), id: source.id, file: source.file.path,
      sidecar: sidecar?.sidecar)
  }

  private struct Listing {
    var files: [CorpusFile]
    var failures: [CorpusFailure]
    var isFile = false
  }

  private static func walk(
    _ path: String, excluding index: String?
  ) throws(CorpusError) -> Listing {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .io(operation: "look at", path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let file = CorpusFile(
        path: path, relativePath: lastName(of: path), size: Int(status.st_size),
        skipReason: status.st_mode & S_IFMT == S_IFREG ? nil : .specialFile)
      return Listing(files: [file], failures: [], isFile: true)
    }
    let rulesPath = path + "/.gazetteignore"
    var rules = IgnoreRules()
    if access(rulesPath, F_OK) == 0 {
      let bytes = try FileReading.bytes(of: rulesPath, limit: 1 << 20)
      rules = IgnoreRules(String(decoding: bytes, as: UTF8.self))
    }
    var walk = DirectoryWalk(
      root: path, rules: rules, excluded: index.flatMap(DirectoryWalk.resolved))
    walk.run()
    return Listing(
      files: walk.files,
      failures: walk.failures.map { CorpusFailure(path: $0.path, error: $0.error) })
  }

  private static func lastName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name == "." || name == "..", let real = DirectoryWalk.resolved(path) else { return name }
    return real.split(separator: "/").last.map(String.init) ?? name
  }

  /// Gives each file its document's name: without ending where that is unique.
  private static func named(
    _ files: [(file: CorpusFile, name: String)], _ sidecars: Set<[UInt8]>
  ) -> [Source] {
    var stems: [[UInt8]: Int] = [:]
    let names = files.map { file in
      let whole = escaped(file.name.normalizedC)
      return (whole: whole, stem: withoutEnding(whole))
    }
    for name in names { stems[Array(name.stem.utf8), default: 0] += 1 }
    var folders: Set<[UInt8]> = []
    for name in names {
      let parts = name.whole.split(separator: "/")
      for count in parts.indices.dropFirst() {
        folders.insert(Array(parts[..<count].joined(separator: "/").utf8))
      }
    }
    return zip(files, names).map { file, name in
      let isUnique = stems[Array(name.stem.utf8)] == 1
      let keepsEnding = !isUnique || holdsMembers(name.whole, stem: name.stem, among: folders)
      return Source(
        file: file.file, id: PolicyDocument.ID(keepsEnding ? name.whole : name.stem),
        sidecar: sidecarNames(of: file.file.path).first { sidecars.contains(Array($0.utf8)) })
    }.sorted { $0.id < $1.id }
  }

  /// Whether documents in a file would be named like those in a folder: those of archives always are told by the ending,
  /// those of JSON Lines where a folder has the same name.
  private static func holdsMembers(
    _ name: String, stem: String, among folders: Set<[UInt8]>
  ) -> Bool {
    let lowered = name.lowercased()
    if [".zip", ".tar.gz", ".tgz", ".gz"].contains(where: lowered.hasSuffix) { return true }
    return (lowered.hasSuffix(".jsonl") || lowered.hasSuffix(".ndjson"))
      && folders.contains(Array(stem.utf8))
  }

  /// A `#` would part the name from a path within the document, and `%` is what escapes it.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x23 || $0 == 0x25 }) else { return name }
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "#": result += "%23"
      case "%": result += "%25"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func withoutEnding(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      !name[dot...].utf8.contains(UInt8(ascii: "/")), dot > name.startIndex,
      name.utf8[name.utf8.index(before: dot)] != UInt8(ascii: "/")
    else { return name }
    return String(name[..<dot])
  }
}
