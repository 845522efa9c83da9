import GazetteConcepts
import GazetteIndex
import GazetteQuery
import GazetteConsole
import GazetteDocument
import GazetteSearch

/// The hits of a search as people read them on a terminal.
struct SearchListing {
  let console: Console

  /// What has to be said about how a query was taken.
  func notices(_ results: PolicyResults) -> [String] {
    var lines: [String] = []
    if let problem = results.query.problem {
      let words =
        console.isChinese
        ? console.say("query." + problem.reason.rawValue, "\(problem.range.lowerBound)")
        : problem.description
      lines.append(console.say("search.literal", words))
      if let repaired = results.query.repaired {
        lines.append(console.say("search.repaired", SearchListing.excerpt(of: repaired)))
      }
    }
    for tag in results.tags where tag.named.count > 1 {
      lines.append(
        console.say(
          "search.tag.several", tag.name, "\(tag.named.count)",
          tag.named.joined(separator: ", ")))
    }
    let countsPassages = results.passageCount == results.totalCount
    if !results.isPartial, results.literalCount < results.totalCount,
      countsPassages || results.literalCount == 0
    {
      let key = results.widened == nil ? "search.headings" : "search.widened"
      let place = results.literalCount == 0 ? ".all" : results.isSorted ? ".sorted" : ""
      let ending = place + (results.literalCount == 1 ? ".one" : "")
      lines.append(console.say(key + ending, "\(results.literalCount)"))
    }
    if results.isPartial, results.totalCount > 0 { lines.append(console.say("search.partial")) }
    if results.totalCount > 0, !results.relatedWords.isEmpty {
      let words = results.relatedWords.prefix(8).joined(separator: ", ")
      lines.append(console.say("search.related", words))
    }
    return lines
  }

  /// Prints the hits with what has to be said about them.
  func print(
    _ results: PolicyResults, suggestions: [QuerySuggestion], emptiness: EmptyAnswer?,
    next: String?, of search: PolicySearch
  ) {
    printHead(results, suggestions: suggestions)
    if let emptiness { return print(emptiness, of: search, asked: results.query.text) }
    let isOne = results.totalCount == 1
    let key =
      (results.hits.contains { $0.matchingPassages != nil } ? "search.documents" : "search.found")
      + (isOne ? ".one" : "")
    let first = results.hits.first?.rank ?? results.offset + 1
    console.tell(
      console.say(
        key, "\(results.totalCount)", "\(first)", "\(first + results.hits.count - 1)",
        search.revision, "\(results.passageCount)"))
    if let explanation = results.explanation {
      console.put(QueryListing(console: console).text(of: explanation))
    }
    console.put(results.hits.map(text).joined())
    if let next { console.tell(console.say("search.more", next)) }
  }

  /// Says how the query was taken.
  func printHead(_ results: PolicyResults, suggestions: [QuerySuggestion]) {
    if let problem = results.query.problem, problem.reason != .nothingAsked {
      for line in QueryCaret.lines(results.query.text, at: problem.range.lowerBound) ?? [] {
        console.tell(line)
      }
    }
    for notice in notices(results) { console.tell(notice) }
    for line in SuggestionListing(console: console).lines(suggestions) { console.tell(line) }
  }

  /// The start of what was asked on one line: a page that was pasted is not said over again.
  static func excerpt(of query: String) -> String {
    let limit = 60
    let start = query.prefix(limit * 4).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let isWhole = start.count <= limit && query.count <= limit * 4
    return TerminalText.visible(isWhole ? start : start.prefix(limit) + " …")
  }

  /// One hit.
  func text(_ hit: PolicyHit) -> String {
    let passage = hit.passage
    let visible: (String) -> String = { TerminalText.visible($0) }
    var text = "\n\(hit.rank). " + console.strong(visible(passage.document.displayTitle)) + "\n"
    if !passage.headings.isEmpty {
      text += "   " + console.faint(visible(passage.headings.joined(separator: " › "))) + "\n"
    }
    let snippet = hit.snippet
    let lines = snippet.lines.map { line in
      line.pieces.map { piece in
        if piece.isOmitted { return console.faint("…") }
        let words = visible(piece.reading.map { ReadingText.mark($0) } ?? piece.text)
        return piece.isMatch ? console.lit(words) : words
      }.joined()
    }
    text += "   " + lines.joined(separator: " ") + (snippet.isShortened ? " …" : "") + "\n"
    let others = otherWays(hit)
    if !others.isEmpty {
      text += "   " + console.faint(console.say("search.matched", visible(others))) + "\n"
    }
    if !hit.missing.isEmpty {
      let words =
        hit.missing.prefix(8).joined(separator: console.isChinese ? "、" : ", ")
        + (hit.missing.count > 8 ? " …" : "")
      text += "   " + console.faint(console.say("search.missing", visible(words))) + "\n"
    }
    if let lineage = passage.document.lineage {
      var warnings: [String] = []
      if lineage.place == .superseded {
        warnings.append(console.say("version.superseded", lineage.newest.name))
      }
      if let words = LineageListing(console: console).ending(of: lineage) { warnings.append(words) }
      for warning in warnings { text += "   " + console.strong("! " + visible(warning)) + "\n" }
    }
    let citation = passage.citation.full(inChinese: console.isChinese)
    text += "   " + console.faint("— " + visible(citation)) + "\n"
    if let count = hit.matchingPassages, count > 1 {
      text += "   " + console.faint(console.say("search.document.passages", "\(count)")) + "\n"
    }
    if !hit.alike.isEmpty {
      let key = hit.alike.count == 1 ? "search.more-alike.one" : "search.more-alike"
      let names = hit.alike.prefix(3).map { "\($0.document.id)#\($0.path)" }
      let list =
        names.joined(separator: console.isChinese ? "、" : ", ")
        + (hit.alike.count > names.count ? " …" : "")
      text +=
        "   " + console.faint(console.say(key, "\(hit.alike.count)", visible(list))) + "\n"
    }
    if let explanation = hit.explanation {
      text += ExplanationListing(console: console).text(of: explanation)
    }
    return text
  }

  /// How a passage matched where that is not the words themselves; what stands in the passage too is not named again.
  private func otherWays(_ hit: PolicyHit) -> String {
    var seenConcepts: Set<String> = []
    var seen = Set(hit.matches.filter { $0.span != nil }.map { $0.term.lowercased() })
    let others = hit.matches.filter { match in
      if match.span != nil {
        switch match.kind {
        case .literal, .phrase: return false
        case .stem, .prefix, .fuzzy: return true
        case .concept, .rendering, .translation:
          return seenConcepts.insert(match.term.lowercased()).inserted
        }
      }
      return seen.insert(match.term.lowercased()).inserted
    }
    return others.map { match in
      match.span == nil
        ? "\(match.term) (\(console.say("field." + match.field)))"
        : "\(match.term) (\(way(match)))"
    }
    .prefix(4).joined(separator: ", ")
  }

  /// How words matched, and of which concept they are a rendering; one that is broken is called so.
  private func way(_ match: Match) -> String {
    var words = console.say("match." + match.kind.rawValue)
    if let concept = match.concept { words = console.say("match.of", words, concept) }
    if match.status == .broken { words += console.isChinese ? "，" : ", " }
    return match.status == .broken ? words + console.say("match.broken") : words
  }
}
