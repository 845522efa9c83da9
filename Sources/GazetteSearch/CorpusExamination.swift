import GazetteDocument
public import GazetteIndex
import GazetteQuery

/// What is found when an index of policy documents is read to the last byte: the engine's files, then every document.
public struct CorpusExamination: Sendable {
  /// What the engine finds.
  public let index: IndexExamination
  /// What is wrong: in the files first, then, where these are sound, in the documents.
  public let damages: [IndexError]
  /// Why this build cannot search the index though it may be sound: other analyzers or other fields made it.
  public let mismatch: IndexError?
  /// The revision of the corpus; `nil` when it cannot be told.
  public let revision: String?
  /// How many documents have been read whole.
  public let documentCount: Int

  /// Reads an index.
  ///
  /// Costs about as much as writing its files. A writer may be at work meanwhile.
  ///
  /// - Parameter path: The index folder.
  /// - Throws: `IndexError.missing` when there is no index, `io` when the folder cannot be read. Damage is no error here.
  public init(at path: String) throws(IndexError) {
    index = try IndexExamination(of: path)
    var damages = index.damages
    var revision: String?
    var count = 0
    var mismatch = index.mismatch
    if damages.isEmpty, mismatch == nil {
      do throws(IndexError) {
        let search = try PolicySearch(at: path)
        revision = search.revision
        _ = try search.state()
        _ = try search.thesaurus()?.thesaurus()
        for group in search.searcher.groups {
          do throws(IndexError) {
            try Self.check(group, of: search.searcher)
            count += 1
          } catch { damages.append(error) }
        }
      } catch {
        if case .mismatched = error { mismatch = error } else { damages.append(error) }
      }
    }
    self.mismatch = mismatch
    self.damages = damages
    self.revision = revision
    documentCount = count
  }

  private static func check(_ group: GroupID, of searcher: Searcher) throws(IndexError) {
    let record = try searcher.record(of: group)
    let document = try record.document()
    guard try document.passages.count == searcher.entries(of: group).count,
      try searcher.key(of: group) == document.id.name
    else { throw record.damaged("the record") }
  }
}
