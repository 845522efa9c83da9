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

  /// The documents with a title; else those whose title holds it, word behind word or with others between.
  ///
  /// A draft leaves out who issued a paper, and what stands in brackets. Costs for what no title is a walk over all of them.
  func documents(titled title: String) -> [PolicyDocument.ID] {
    let keys = Self.keys(of: title)
    if let known = whole[keys] { return known }
    guard keys.count >= Self.leastPart else { return [] }
    let holding = whole.filter { Self.holds($0.key, keys) }
    return holding.count <= Self.mostHolding ? holding.flatMap(\.value).sorted() : []
  }

  /// A part of a title of fewer words names too much.
  private static let leastPart = 4
  /// What so many titles hold is no name of one.
  private static let mostHolding = 4

  /// Whether a title has the words of another in their order, and not many more.
  private static func holds(_ title: [UInt64], _ part: [UInt64]) -> Bool {
    guard part.count < title.count, part.count * 3 >= title.count else { return false }
    var rest = part[...]
    for key in title where key == rest.first {
      rest.removeFirst()
      if rest.isEmpty { return true }
    }
    return false
  }

  /// The documents with a name, whole or its tail.
  func documents(named name: String) -> [PolicyDocument.ID] { names[name] ?? [] }

  /// The documents that come from an address.
  func documents(from address: String) -> [PolicyDocument.ID] { sources[address] ?? [] }

  /// Runs that may be names: without blanks and brackets, and what of them stands between Han characters.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    for token in text.split(whereSeparator: {
      $0.isWhitespace || "()（）[]〔〕,，;；。`《》“”\"<>".contains($0)
    }) {
      var token = token
      while let last = token.last, ".:：、".contains(last) { token.removeLast() }
      tokens.append(token)
      // 误作county-meeting.zh
      tokens += token.split { ($0.unicodeScalars.first?.value ?? 0) >= 0x3000 }
    }
    return tokens
  }

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
    for token in Self.tokens(of: text) {
      guard let found = names[String(token)] else { continue }
      let isTelling = token.contains { "-_/.".contains($0) || $0.isNumber }
      if isTelling || text.utf8.count <= token.utf8.count + 12 { return (String(token), found) }
    }
    return nil
  }
}
