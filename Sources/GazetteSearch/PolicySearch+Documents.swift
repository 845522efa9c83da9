public import GazetteDocument
public import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// All documents of the index in the byte order of their names; costs a look at each one's record.
  ///
  /// - Throws: `IndexError` when the index is damaged.
  public func documents() throws(IndexError) -> [DocumentSummary] {
    var summaries: [DocumentSummary] = []
    for group in searcher.groups {
      summaries.append(try record(of: group).summary())
    }
    return summaries.sorted { $0.id < $1.id }
  }

  /// The document with a name, or the only one whose name ends so at a `/`.
  ///
  /// - Parameter name: A document's name, whole or its tail; an ending such as `.md` may stand behind it. Else its number.
  /// - Returns: The document.
  /// - Throws: `LookupError` when there is none or several, `IndexError` when the index is damaged.
  public func document(named name: String) throws -> PolicyDocument {
    try record(named: name).document()
  }

  /// The record of the document with a name; see `document(named:)`.
  package func record(named name: String) throws -> DocumentRecord {
    let wanted = Array(name.utf8)
    if let group = try searcher.group(key: name) { return try record(of: group) }
    var found: [GroupID] = []
    for group in searcher.groups {
      let key = Array(try searcher.key(of: group).utf8)
      if PolicySearch.isTail(wanted, of: key) || PolicySearch.isFile(wanted, of: key) {
        found.append(group)
      }
    }
    if found.isEmpty { found = try groups(numbered: name) }
    guard let only = found.first else {
      throw LookupError.noDocument(name: name, nearest: try nearest(to: name))
    }
    guard found.count == 1 else {
      throw LookupError.ambiguous(
        name: name, documents: try found.map { try searcher.key(of: $0) }.sorted())
    }
    return try record(of: only)
  }

  /// The documents with a number, however its brackets are typed or its characters spelt.
  private func groups(numbered text: String) throws(IndexError) -> [GroupID] {
    let queries = [ParsedQuery.number(text), try numberQuery(text)].compactMap { $0 }
    guard !queries.isEmpty else { return [] }
    return try searcher.groupMatches(of: .any(queries)).map(\.group)
  }

  private static func isTail(_ name: [UInt8], of key: [UInt8]) -> Bool {
    key.count > name.count && key.suffix(name.count).elementsEqual(name)
      && key[key.count - name.count - 1] == UInt8(ascii: "/")
  }

  /// Whether somebody typed the file's ending behind the name, or the corpus folder in front of it.
  private static func isFile(_ name: [UInt8], of key: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
      return isTail(key, of: name)
    }
    let stem = Array(name[..<dot])
    return stem == key || isTail(key, of: stem) || isTail(stem, of: key)
  }

  /// Up to five names that share a word with a name that is not there.
  private func nearest(to name: String) throws -> [String] {
    // A single Latin letter or digit resembles everything.
    let words = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber })
      .filter { $0.utf8.count > 2 }
    guard !words.isEmpty else { return [] }
    let scored = try searcher.groups.map { group -> (name: String, score: Int) in
      let key = try searcher.key(of: group)
      let own = key.lowercased()
      return (key, words.filter { own.contains($0) }.count)
    }
    return scored.filter { $0.score > 0 }
      .sorted { ($1.score, $0.name) < ($0.score, $1.name) }.prefix(5).map(\.name)
  }

  /// Every place whose words are those of a machine id: identical copies of a document share ids.
  ///
  /// - Parameter id: The id of a passage, a sentence, or any other span.
  /// - Returns: The passage around the span in each document that holds it.
  /// - Throws: `IndexError` when the index is damaged.
  public func passages(with id: MachineID) throws(IndexError) -> [CitedPassage] {
    var found: [CitedPassage] = []
    for group in searcher.groups {
      let record = try record(of: group)
      guard try record.summary().textSHA256.prefix == id.textDigest else { continue }
      if let passage = try record.passage(around: id.bytes) { found.append(passage) }
    }
    return found
  }
}
