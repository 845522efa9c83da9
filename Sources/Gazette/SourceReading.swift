import GazetteDocument
import GazetteParsing

/// Opens one source file and hands out what is in it: itself, or the members of an archive, or the records of a file of
/// JSON Lines.
struct SourceReading {
  /// What one document is to be parsed from.
  struct Part {
    /// The name of the document.
    let id: PolicyDocument.ID
    /// The path of the file, with the name within its container.
    let path: String
    /// The bytes, or why there are none.
    let contents: Result<[UInt8], ParseError>
    /// Whether it is a record of a file of JSON Lines.
    let isRecord: Bool
    /// Why it is not read; `nil` for what is.
    var skipReason: SkipReason?
  }

  let source: Corpus.Source
  let limit: Int

  /// Hands out the parts one after another; of an archive one at a time is in memory.
  ///
  /// - Throws: `CorpusError` when the file cannot be read, `ParseError` when a container is damaged or hostile, and what
  ///   `body` throws.
  func forEachPart(_ body: (Part) throws -> Void) throws {
    let bytes = try FileReading.bytes(of: source.file.path, limit: limit)
    guard let kind = SourceContainer.kind(of: bytes, file: source.file.path) else {
      return try body(
        Part(id: source.id, path: source.file.path, contents: .success(bytes), isRecord: false))
    }
    if kind == .jsonLines {
      return try forEachRecord(of: bytes, id: source.id.name, path: source.file.path, body)
    }
    let stems = try memberStems(of: bytes, kind: kind)
    var count = 0
    try SourceContainer.forEachMember(of: bytes, kind: kind) { member in
      count += 1
      let isUnique = stems[Array(Corpus.withoutEnding(Corpus.escaped(member.name)).utf8)] == 1
      let escaped = Corpus.escaped(member.name.normalizedC)
      let name = isUnique ? Corpus.withoutEnding(escaped) : escaped
      try forPart(
        member, id: source.id.name + "/" + name, path: source.file.path + "/" + member.name, body)
    }
    if count == 0 { try body(skipped) }
  }

  /// The file itself as something that holds no document.
  private var skipped: Part {
    Part(
      id: source.id, path: source.file.path, contents: .success([]), isRecord: false,
      skipReason: .noDocument)
  }

  private func forPart(
    _ member: SourceContainer.Member, id: String, path: String, _ body: (Part) throws -> Void
  ) throws {
    var contents = member.contents
    if case .success(let bytes) = contents {
      switch SourceContainer.kind(of: bytes, file: member.name) {
      case .jsonLines?: return try forEachRecord(of: bytes, id: id, path: path, body)
      case .zip?, .tar?:
        contents = .failure(
          .unsupported(ParseFinding(.nestedArchive)))
      case nil: break
      }
    }
    var isHidden = false
    if case .success = contents {
      isHidden = member.name.split(separator: "/").contains {
        $0.hasPrefix(".") || $0 == "__MACOSX"
      }
    }
    try body(
      Part(
        id: PolicyDocument.ID(id), path: path, contents: contents, isRecord: false,
        skipReason: isHidden ? .hidden : nil))
  }

  /// How many members share each name without its ending.
  private func memberStems(
    of bytes: [UInt8], kind: SourceContainer.Kind
  ) throws -> [[UInt8]: Int] {
    var stems: [[UInt8]: Int] = [:]
    for name in try SourceContainer.memberNames(of: bytes, kind: kind) {
      stems[Array(Corpus.withoutEnding(Corpus.escaped(name)).utf8), default: 0] += 1
    }
    return stems
  }

  /// The records of a file of JSON Lines; a file without a single text in it counts as one.
  private func forEachRecord(
    of bytes: [UInt8], id: String, path: String, _ body: (Part) throws -> Void
  ) throws {
    var failures: [Part] = []
    var firstError: ParseError?
    var count = 0
    try SourceContainer.forEachMember(of: bytes, kind: .jsonLines) { record in
      let part = Part(
        id: PolicyDocument.ID(id + "/" + record.name), path: path + "/" + record.name,
        contents: record.contents, isRecord: true)
      if case .failure(let error) = record.contents {
        firstError = firstError ?? error
        if count > 0 { try body(part) } else { failures.append(part) }
        return
      }
      count += 1
      // What came before the first text waited for whether there is any.
      for failure in failures { try body(failure) }
      failures.removeAll()
      try body(part)
    }
    guard count == 0 else { return }
    let whole = PolicyDocument.ID(id)
    if let firstError, !firstError.isNoDocument {
      try body(Part(id: whole, path: path, contents: .failure(firstError), isRecord: true))
    } else {
      try body(
        Part(
          id: whole, path: path, contents: .success([]), isRecord: true, skipReason: .noDocument))
    }
  }

  /// Opens the files that an XML document names, below its own folder only, links resolved.
  static func inclusion(for path: String, limit: Int) -> (String) -> [UInt8]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
    return { name in
      guard let real = DirectoryWalk.resolved(folder + "/" + name),
        let top = DirectoryWalk.resolved(folder.isEmpty ? "/" : folder),
        real.hasPrefix(top.hasSuffix("/") ? top : top + "/")
      else { return nil }
      return try? FileReading.bytes(of: real, limit: limit)
    }
  }
}
