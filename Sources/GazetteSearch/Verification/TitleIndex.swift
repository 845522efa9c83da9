import GazetteDocument
import GazetteQuotations

/// Finds documents that a text names by their title or their name.
struct TitleIndex {
  private struct Entry {
    let keys: [UInt64]
    let documents: [PolicyDocument.ID]
  }

  /// The titles by their first word.
  private var titles: [UInt64: [Entry]] = [:]
  private var whole: [[UInt64]: [PolicyDocument.ID]] = [:]
  private var names: [String: [PolicyDocument.ID]] = [:]
  private var sources: [String: [PolicyDocument.ID]] = [:]

  /// A shorter title names too much: four Han characters, two longer words.
  private static let leastWeight = 12

  /// Reads the titles of some documents.
  init(_ documents: [DocumentSummary]) {
    var found: [[UInt64]: [PolicyDocument.ID]] = [:]
    for document in documents {
      if let title = document.metadata.title.value {
        found[Self.keys(of: title), default: []].append(document.id)
      }
      var name = Substring(document.id.name)
      names[String(name), default: []].append(document.id)
      while let slash = name.firstIndex(of: "/") {
        name = name[name.index(after: slash)...]
        names[String(name), default: []].append(document.id)
      }
      if let source = document.metadata.source.value {
        sources[source, default: []].append(document.id)
      }
    }
    whole = found
    for (keys, documents) in found {
      guard let first = keys.first, keys.count > 1 else { continue }
      titles[first, default: []].append(Entry(keys: keys, documents: documents))
    }
    for key in titles.keys { titles[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  private static func keys(of title: String) -> [UInt64] {
    ComparedText(Array(title.utf8)).words.map(\.key)
  }

  /// The documents with a title.
  func documents(titled title: String) -> [PolicyDocument.ID] { whole[Self.keys(of: title)] ?? [] }

  /// The documents with a name, whole or its tail.
  func documents(named name: String) -> [PolicyDocument.ID] { names[name] ?? [] }

  /// The documents that come from an address.
  func documents(from address: String) -> [PolicyDocument.ID] { sources[address] ?? [] }

  /// The first title or name of a document in a text.
  ///
  /// A name that could be a word of any text counts only where nothing else stands beside it.
  func mention(in text: String) -> (text: String, documents: [PolicyDocument.ID])? {
    let compared = ComparedText(Array(text.utf8))
    let words = compared.words
    for place in words.indices {
      for entry in titles[words[place].key] ?? []
      where place + entry.keys.count <= words.count
        && entry.keys.indices.allSatisfy({ words[place + $0].key == entry.keys[$0] })
      {
        let range = place..<place + entry.keys.count
        let found = compared.text(ofWords: range)
        if QuotedWords(found).weight >= Self.leastWeight { return (found, entry.documents) }
      }
    }
    for token in text.split(whereSeparator: {
      $0.isWhitespace || "()（）[]〔〕,，;；。`《》“”\"".contains($0)
    }) {
      var token = token
      while let last = token.last, ".:：、".contains(last) { token.removeLast() }
      guard let found = names[String(token)] else { continue }
      let isTelling = token.contains { "-_/.".contains($0) || $0.isNumber }
      if isTelling || text.utf8.count <= token.utf8.count + 12 { return (String(token), found) }
    }
    return nil
  }
}
