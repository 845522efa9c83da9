import GazetteAnalysis
import GazetteDocument
import GazetteIndex
import GazetteQuery

/// Which words of a query a passage lacks that comes nearest when none has all.
struct MissingWords {
  private struct Wanted {
    let text: String
    var finder: MatchFinder
    let patterns: [MatchPattern]
  }

  private var wanted: [Wanted]

  init(_ query: ParsedQuery) {
    wanted = query.pieces.flatMap { piece -> [Wanted] in
      let range = piece.range
      guard piece.field == nil, piece.kind == .word || piece.kind == .phrase, !range.isEmpty else {
        return []
      }
      // Nobody misses "the".
      if piece.atoms.count == 1, FunctionWords.standard.contains(piece.atoms[0].bytes) {
        return []
      }
      return Self.parts(of: piece).map { text in
        let patterns = MatchPattern.patterns(
          of: ParsedQuery(QuerySyntax(.word(text)).description).query, schema: .policy)
        return Wanted(text: text, finder: MatchFinder(patterns: patterns), patterns: patterns)
      }
    }
  }

  /// A piece in the parts of which each may be there or not: a run of Chinese by its pairs of characters, but for those that
  /// say nothing.
  private static func parts(of piece: QueryPiece) -> [String] {
    let scalars = Array(piece.text.unicodeScalars)
    guard piece.atoms.count > 2, scalars.count == piece.atoms.count,
      scalars.allSatisfy({ $0.properties.isIdeographic })
    else { return [piece.text] }
    return FunctionWords.standard.content(of: piece.text).pieces.flatMap { content -> [String] in
      let scalars = Array(content.unicodeScalars)
      guard scalars.count > 2 else { return [content] }
      return zip(scalars, scalars.dropFirst()).map { pair in
        var text = String.UnicodeScalarView()
        text.append(pair.0)
        text.append(pair.1)
        return String(text)
      }
    }
  }

  /// The words that a passage, its headings and its title lack, in the order of the query; neighbouring pairs of Chinese as
  /// one run.
  mutating func missing(in passage: CitedPassage) -> [String] {
    var missing: [String] = []
    var seen: Set<String> = []
    var last = -2
    for place in wanted.indices {
      let found = wanted[place].finder.matches(in: passage, patterns: wanted[place].patterns)
      guard found.isEmpty, seen.insert(wanted[place].text).inserted else { continue }
      let text = wanted[place].text
      if place == last + 1, let run = missing.last, let first = text.unicodeScalars.first,
        run.unicodeScalars.last == first, first.properties.isIdeographic
      {
        missing[missing.count - 1] = run + String(text.unicodeScalars.dropFirst())
      } else {
        missing.append(text)
      }
      last = place
    }
    return missing
  }
}
