package import GazetteDocument
public import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// What is new, changed, gone or moved since an earlier revision.
  ///
  /// Costs reading both states of every document that is not as it was.
  ///
  /// - Parameter revision: One of `revisions()`.
  /// - Returns: The documents, and their headings and passages.
  /// - Throws: `IndexError` when the index is damaged.
  public func changes(since revision: CorpusRevision) throws(IndexError) -> CorpusChanges {
    var changes = CorpusChanges(since: revision)
    var gone: [(name: String, document: PolicyDocument)] = []
    var pairs: [(name: String, old: PolicyDocument?, new: PolicyDocument?, isMoved: Bool)] = []
    for (name, record) in try former(at: revision) {
      let group = try searcher.group(key: name)
      let old = try record.map { (record) throws(IndexError) in try record.document() }
      let new = try group.map { (group) throws(IndexError) in
        try self.record(of: group).document()
      }
      guard let old else {
        if let new { pairs.append((name, nil, new, false)) }
        continue
      }
      guard let new else {
        gone.append((name, old))
        continue
      }
      let isSame =
        old.textSHA256 == new.textSHA256
        && CorpusChanges.differing(old.metadata, new.metadata).isEmpty
      if !isSame { pairs.append((name, old, new, false)) }
    }
    for (name, old) in gone {
      let place = pairs.firstIndex {
        $0.old == nil && $0.new?.textSHA256 == old.textSHA256
      }
      if let place {
        pairs[place].old = old
        pairs[place].isMoved = true
      } else {
        pairs.append((name, old, nil, false))
      }
    }
    pairs.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for pair in pairs { changes.add(old: pair.old, new: pair.new, isMoved: pair.isMoved) }
    return changes
  }

  /// The passages that match a query whole, by the names of their documents: their places there, from 0.
  ///
  /// Other renderings of the labels in its words count too, as in a search; partial matches and titles do not.
  ///
  /// - Parameter text: The query as typed.
  /// - Returns: The places.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  package func matches(of text: String) throws -> [String: Set<Int>] {
    let named = try named(text)
    let widened = try thesaurus().flatMap { try Widened(named, by: $0) }
    var literal = named.parsed.query
    if let number = try numberQuery(text) { literal = .any([literal, number]) }
    let whole = SearchTiers(searcher, literal: literal, wide: widened?.query).whole
    var found: [String: Set<Int>] = [:]
    for hit in try searcher.search(whole, limit: max(1, searcher.entryCount)) {
      let (group, place) = try searcher.group(of: hit)
      found[try searcher.key(of: group), default: []].insert(place)
    }
    return found
  }

  /// All that the index keeps beside its documents.
  package func keptData() throws(IndexError) -> [UInt8] { try index.userData() }

  /// The passages of a document with their addresses, as sides of a change.
  package static func sides(of document: PolicyDocument) -> [DocumentDifference.Side] {
    let units = DocumentUnits(document)
    return (0..<units.count).filter { units.passage(at: $0) != nil }.map { units.side(at: $0) }
  }
}
