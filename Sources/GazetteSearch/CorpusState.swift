public import GazetteDocument
import GazetteIndex

/// What the index remembers of the corpus beside its documents: kept with every commit.
public struct CorpusState: Sendable, Hashable {
  /// The part of the revision that compares across machines: over the documents, the thesaurus, the reader and the analyzer.
  public var fingerprint: UInt32
  /// The version of the reader that made the documents.
  public var readerVersion: Int
  /// The folders and files that were given.
  public var roots: [String]
  /// Every file that was found, in the byte order of the documents' names.
  public var files: [FileRecord]
  /// Documents that have other versions, or that another document ended.
  public var lineages: [DocumentLineage]
  /// The thesaurus by which the documents are tagged.
  public var thesaurus: ThesaurusOrigin

  /// Creates a state.
  public init(
    fingerprint: UInt32, readerVersion: Int, roots: [String], files: [FileRecord],
    lineages: [DocumentLineage] = [], thesaurus: ThesaurusOrigin = .none
  ) {
    self.fingerprint = fingerprint
    self.readerVersion = readerVersion
    self.roots = roots
    self.files = files
    self.lineages = lineages
    self.thesaurus = thesaurus
  }

  /// The revision of the corpus that a commit of an index holds: `r12-3cf3add3`.
  ///
  /// - Parameter generation: How many commits the index has had.
  /// - Returns: The revision.
  public func revision(generation: UInt64) -> String {
    CorpusState.revision(generation: generation, fingerprint: fingerprint)
  }

  static func revision(generation: UInt64, fingerprint: UInt32) -> String {
    let digits = String(fingerprint, radix: 16)
    return "r\(generation)-" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
