internal import GazetteDocument

/// Reads what a text beside a quotation names as its source: ids, addresses, titles in 《》, document numbers.
package enum ClaimReader {
  /// The sources that a text names, in the order of the text.
  package static func claims(in text: String) -> [SourceClaim] {
    let utf8 = Array(text.utf8)
    var found = addresses(in: text)
    let spans = CitationSpans.spans(in: utf8[...]).map { Self.withNoun($0, in: utf8) }
    var place = 0
    while place < spans.count {
      let span = spans[place]
      let words = String(decoding: utf8[span], as: UTF8.self)
      place += 1
      guard words.hasPrefix("《") else {
        found.append((span.lowerBound, SourceClaim(target: .number(words), text: words)))
        continue
      }
      var number: String?
      // 《…》（国发〔2018〕43号）: the number stands in brackets behind the title.
      if place < spans.count, spans[place].lowerBound - span.upperBound <= 4 {
        number = String(decoding: utf8[spans[place]], as: UTF8.self)
        if number?.hasPrefix("《") ?? false { number = nil } else { place += 1 }
      }
      let title = String(words.dropFirst().dropLast())
      found.append(
        (span.lowerBound, SourceClaim(target: .title(title, number: number), text: words)))
    }
    if found.isEmpty, let title = EnglishTitleWords.title(in: text) {
      return [SourceClaim(target: .title(title, number: nil), text: title)]
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// A number with the 号 behind it.
  private static func withNoun(_ span: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    let noun = Array("号".utf8)
    let end = span.upperBound + noun.count
    guard end <= utf8.count, utf8[span.upperBound..<end].elementsEqual(noun) else { return span }
    return span.lowerBound..<end
  }

  /// Machine ids, and names of documents with a path.
  private static func addresses(in text: String) -> [(Int, SourceClaim)] {
    var found: [(Int, SourceClaim)] = []
    var previous: Substring?
    for token in tokens(of: text) {
      let place = text.utf8.distance(from: text.utf8.startIndex, to: token.startIndex)
      let name = name(token)
      if let id = MachineID(token) {
        found.append((place, SourceClaim(target: .id(id), text: String(token))))
      } else if let mark = token.firstIndex(of: "#"), !token[..<mark].isEmpty {
        found.append(
          (
            place,
            SourceClaim(
              target: .address(
                document: Self.name(token[..<mark]),
                place: String(token[token.index(after: mark)...])),
              text: String(token))
          ))
      } else if let previous, SectionPath(token) != nil {
        found.append(
          (
            place,
            SourceClaim(
              target: .address(document: Self.name(previous), place: String(token)),
              text: "\(previous) \(token)")
          ))
      } else if token.contains("/") || token.hasSuffix(".md") || token.hasSuffix(".txt")
        || token.hasSuffix(".html") || token.hasSuffix(".docx"), !token.contains("://")
      {
        found.append(
          (place, SourceClaim(target: .address(document: name, place: nil), text: String(token))))
      }
      previous = token
    }
    return found
  }

  /// The name of a document without the ending of its file.
  private static func name(_ token: Substring) -> String {
    var name = token
    for ending in [".md", ".txt", ".html", ".htm", ".docx", ".xml", ".pdf"]
    where name.lowercased().hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    while name.hasPrefix("./") || name.hasPrefix("../") {
      name = name.dropFirst(name.hasPrefix("./") ? 2 : 3)
    }
    return String(name)
  }

  /// Runs without blanks and brackets.
  private static func tokens(of text: String) -> [Substring] {
    text.split { character in
      character.isWhitespace || "()（）[]［］〔〕【】,，;；、。“”\"'‘’《》`<>—–".contains(character)
    }.map { token in
      var token = token
      while let last = token.last, ".:：".contains(last) { token.removeLast() }
      return token
    }.filter { !$0.isEmpty }
  }
}
