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
    if !results.isPartial, results.literalCount < results.totalCount {
      let key = results.widened == nil ? "search.headings" : "search.widened"
      lines.append(
        console.say(results.literalCount == 0 ? key + ".all" : key, "\(results.literalCount)"))
    }
    if results.isPartial, results.totalCount > 0 { lines.append(console.say("search.partial")) }
    if results.totalCount > 0, !results.relatedWords.isEmpty {
      let words = results.relatedWords.prefix(8).joined(separator: ", ")
      lines.append(console.say("search.related", words))
    }
    return lines
  }

  func print(
    _ results: PolicyResults, suggestions: [QuerySuggestion], of search: PolicySearch
  ) {
    if let problem = results.query.problem, problem.reason != .nothingAsked {
      for line in QueryCaret.lines(results.query.text, at: problem.range.lowerBound) ?? [] {
        console.tell(line)
      }
    }
    for notice in notices(results) { console.tell(notice) }
    for line in SuggestionListing(console: console).lines(suggestions) { console.tell(line) }
    guard results.totalCount > 0 else {
      printNothing(results, of: search)
      return
    }
    console.tell(
      console.say(
        results.totalCount == 1 ? "search.found.one" : "search.found", "\(results.totalCount)",
        "\(results.offset + 1)", "\(results.offset + results.hits.count)", search.revision))
    console.put(results.hits.map(text).joined())
    if let next = results.nextOffset {
      console.tell(console.say("search.more", "n" + String(next, radix: 36)))
    }
  }

  private func printNothing(_ results: PolicyResults, of search: PolicySearch) {
    let documents = search.searcher.groupCount
    console.tell(
      console.say(
        "search.none", SearchListing.excerpt(of: results.query.text), "\(documents)",
        search.revision))
  }

  /// The start of what was asked on one line: a page that was pasted is not said over again.
  static func excerpt(of query: String) -> String {
    let limit = 60
    let start = query.prefix(limit * 4).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let isWhole = start.count <= limit && query.count <= limit * 4
    return TerminalText.visible(isWhole ? start : start.prefix(limit) + " …")
  }

  private func text(_ hit: PolicyHit) -> String {
    let passage = hit.passage
    let visible: (String) -> String = { TerminalText.visible($0) }
    var text = "\n\(hit.rank). " + console.strong(visible(passage.document.displayTitle)) + "\n"
    if !passage.headings.isEmpty {
      text += "   " + console.faint(visible(passage.headings.joined(separator: " › "))) + "\n"
    }
    let snippet = hit.snippet
    let lines = snippet.lines.map { line in
      line.pieces.map { piece in
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
