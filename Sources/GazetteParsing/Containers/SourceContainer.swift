internal import GazetteDocument

/// A file that holds several documents: a zip archive, a packed tar archive, a file of JSON Lines.
package enum SourceContainer {
  /// One file or record in a container.
  package struct Member {
    /// Its name below the container, with `/`; for a record its escaped id or `L17`.
    package let name: String
    /// The bytes to parse, or why there are none.
    package let contents: Result<[UInt8], ParseError>
    /// The number of its line, from 1, for a record.
    package let line: Int?
  }

  /// The kind of container that a file is.
  package enum Kind: Sendable {
    case zip, tar, jsonLines
  }

  /// The kind of container; `nil` for a file that is one document, or none.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, which tells JSON Lines from other texts.
  /// - Returns: The kind.
  package static func kind(of bytes: [UInt8], file: String) -> Kind? {
    if bytes.count > 1, bytes[0] == 0x1F, bytes[1] == 0x8B { return .tar }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return OfficeFormat(of: bytes) == nil ? .zip : nil
    }
    let name = file.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonLines : nil
  }

  /// Hands out the members one by one, in the order of the container; one at a time is in memory.
  ///
  /// Folders are left out. A member with an unsafe name, or that is damaged, comes with its error.
  ///
  /// - Throws: `ParseError` when the container itself is damaged or hostile, and what `body` throws.
  package static func forEachMember(
    of bytes: [UInt8], kind: Kind, _ body: (Member) throws -> Void
  ) throws {
    switch kind {
    case .zip: try zip(bytes, body)
    case .tar: try tar(bytes, body)
    case .jsonLines: try JSONLines(bytes).forEachRecord(body)
    }
  }

  /// The names of the members that have safe ones, in the order of the container; costs unpacking a tar archive.
  package static func memberNames(of bytes: [UInt8], kind: Kind) throws -> [String] {
    guard kind == .zip else {
      var names: [String] = []
      try forEachMember(of: bytes, kind: kind) { names.append($0.name) }
      return names
    }
    return try ZipArchive(bytes).entries.filter { !$0.isFolder }.compactMap {
      ArchiveName.safe($0.name)
    }
  }

  private static func zip(_ bytes: [UInt8], _ body: (Member) throws -> Void) throws {
    var archive = try ZipArchive(bytes)
    for entry in archive.entries where !entry.isFolder {
      try body(member(entry.name) { () throws(ParseError) in try archive.contents(of: entry) })
    }
  }

  private static func tar(_ bytes: [UInt8], _ body: (Member) throws -> Void) throws {
    var stream = TarStream()
    var total = 0
    var failure: (any Error)?
    // Several megabytes of zeros pack well; what is refused is what could only be meant as a bomb.
    let limit = min(ZipArchive.maximumSize, max(1 << 20, bytes.count * ZipArchive.maximumRatio))
    try Inflation(.gzip).run(bytes, in: 0..<bytes.count) { piece throws(ParseError) in
      total += piece.count
      guard total <= limit else { throw Inflation.bomb(limit) }
      guard failure == nil else { return }
      try stream.take(piece) { file throws(ParseError) in
        guard file.isPlain, failure == nil else { return }
        do {
          try body(member(file.name) { () throws(ParseError) in file.contents })
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    try stream.end()
  }

  private static func member(
    _ name: String, _ contents: () throws(ParseError) -> [UInt8]
  ) -> Member {
    guard let safe = ArchiveName.safe(name) else {
      let error = ParseError.malformed(ParseFinding(.memberName), offset: nil)
      return Member(name: name, contents: .failure(error), line: nil)
    }
    do throws(ParseError) {
      return Member(name: safe, contents: .success(try contents()), line: nil)
    } catch {
      return Member(name: safe, contents: .failure(error), line: nil)
    }
  }
}
