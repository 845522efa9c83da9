public import GazetteDocument
public import GazetteIndex

extension Searcher {
  /// The passage behind a hit, with its words, addresses and document.
  ///
  /// - Parameter hit: A hit of this searcher.
  /// - Returns: The passage.
  /// - Throws: `IndexError` when the index is damaged.
  public func passage(_ hit: Hit) throws(IndexError) -> CitedPassage {
    let place = try group(of: hit)
    return try record(of: place.group).citedPassage(at: place.ordinal)
  }

  /// The record of a document.
  package func record(of group: GroupID) throws(IndexError) -> DocumentRecord {
    try DocumentRecord(storedBytes(of: group), file: file(of: group))
  }
}

extension Searcher {
  /// All passages of a document, in order; empty when there is no such document.
  ///
  /// - Parameter document: The document's id.
  /// - Returns: The passages.
  /// - Throws: `IndexError` when the index is damaged.
  public func passages(of document: PolicyDocument.ID) throws(IndexError) -> [CitedPassage] {
    guard let group = try group(key: document.name) else { return [] }
    let record = try record(of: group)
    var passages: [CitedPassage] = []
    for index in 0..<record.passageCount { passages.append(try record.citedPassage(at: index)) }
    return passages
  }
}
