import GazetteAnalysis

/// What is found when every byte of every file of an index is read.
///
/// Pages are held against their checksums, files against the manifest, and what is intact is taken apart to the last
/// posting, so that damage done before a checksum was made is found too. A writer may be at work meanwhile.
public struct IndexExamination: Sendable {
  /// A file of the index.
  public struct File: Sendable, Hashable {
    /// Its name in the folder.
    public let name: String
    /// How many bytes it has; 0 when it is missing.
    public let byteCount: Int
    /// What is wrong with it: `IndexError.corrupt` with file and offset, or why it could not be read.
    public let damages: [IndexError]
  }

  /// The files that the last commit consists of: the manifest, then the segments, oldest first, then the logs of
  /// the commits.
  public let files: [File]
  /// Files of segments, finished or not, that belong to no commit: what a killed writer left and the next one removes.
  public let leftovers: [String]
  /// Why this build cannot search the index though it may be sound: it was made by another analyzer.
  public let mismatch: IndexError?
  /// The number of the commit; `nil` when the manifest cannot be read.
  public let generation: UInt64?

  /// Everything that is wrong, in the order of the files.
  public var damages: [IndexError] { files.flatMap(\.damages) }

  /// Reads an index.
  ///
  /// - Parameter path: The folder of the index.
  /// - Throws: `IndexError.missing` when there is no index, `io` when the folder cannot be listed. Damage is no error here.
  public init(of path: String) throws(IndexError) {
    var last: UInt64?
    while true {
      let names = try IndexFolder(path: path).list()
      let manifest: Manifest
      do throws(IndexError) {
        manifest = try Manifest(folder: path)
        _ = try manifest.userData.bytes()
      } catch {
        if case .missing = error { throw error }
        // Without it nobody knows which segments belong together; each is read for itself.
        generation = nil
        mismatch = nil
        leftovers = names.filter { $0.hasSuffix(AtomicFile.temporaryEnding) }
        files =
          [Self.file(Manifest.name, in: path, [error])]
          + Self.segments(in: names).map {
            Self.examine(Segment.name($0), kind: .segment, in: path)
          }
        return
      }
      let segments = manifest.entries.map { Self.examine($0, of: manifest, in: path) }
      if segments.contains(where: { $0.byteCount == 0 }), last != manifest.generation {
        // A commit in between may have taken a file away; then there is a newer manifest.
        last = manifest.generation
        continue
      }
      mismatch = Self.mismatch(of: manifest, in: path)
      generation = manifest.generation
      let logs = CommitLog.generations(among: names).filter { $0 <= manifest.generation }
      files =
        [Self.file(Manifest.name, in: path, [])] + segments
        + logs.map { Self.examine(CommitLog.name($0), kind: .log, in: path) }
      let known = Set(segments.map(\.name))
      leftovers = names.filter { name in
        name.hasSuffix(AtomicFile.temporaryEnding)
          || (name.hasSuffix(Segment.nameEnding) && !known.contains(name))
      }
      return
    }
  }

  private static func mismatch(of manifest: Manifest, in path: String) -> IndexError? {
    do throws(IndexError) {
      try manifest.check(path: path, analyzer: .standard)
      return nil
    } catch { return error }
  }

  private static func segments(in names: [String]) -> [UInt64] {
    names.filter { $0.hasSuffix(Segment.nameEnding) }
      .compactMap { UInt64($0.dropLast(Segment.nameEnding.count)) }.sorted()
  }

  private static func file(_ name: String, in path: String, _ damages: [IndexError]) -> File {
    let size = (try? MappedFile(path: path + "/" + name))?.view.count ?? 0
    return File(name: name, byteCount: size, damages: damages)
  }

  /// Reads a file of which nothing is known but its name.
  private static func examine(
    _ name: String, kind: FileFooter.Kind, in path: String
  ) -> File {
    do throws(IndexError) {
      let file = try CheckedFile(path: path + "/" + name, kind: kind)
      return File(name: name, byteCount: file.byteCount, damages: file.damagedPages)
    } catch {
      return Self.file(name, in: path, [error])
    }
  }

  /// Reads a segment of a manifest.
  private static func examine(
    _ entry: Manifest.Entry, of manifest: Manifest, in path: String
  ) -> File {
    let name = Segment.name(entry.number)
    do throws(IndexError) {
      let file = try CheckedFile(path: path + "/" + name, kind: .segment)
      guard file.damagedPages.isEmpty else {
        return File(name: name, byteCount: file.byteCount, damages: file.damagedPages)
      }
      let segment = try manifest.openSegment(entry, in: path).segment
      try SegmentCheck(segment).run()
      return File(name: name, byteCount: file.byteCount, damages: [])
    } catch .missing(let file) {
      let error = IndexError.corrupt(file: file, offset: 0, what: "the file is missing")
      return File(name: name, byteCount: 0, damages: [error])
    } catch {
      return Self.file(name, in: path, [error])
    }
  }
}
