import GazetteQuery
import GazetteConsole
import GazetteExport
import GazetteSearch

extension SearchRun {
  /// Prints every hit, one after the other, in memory for a few of them; as JSON a line for each, behind the envelope of all.
  ///
  /// - Throws: `ExitStatus.nothingFound` when there is none; whatever stops the search.
  func runStream(in search: PolicySearch) throws {
    let console = Console.current
    let listing = SearchListing(console: console)
    let request = try counting(console.isJSON, request(in: search))
    var count = 0
    try search.forEachHit(of: request) { results in
      count = results.totalCount
      guard console.isJSON else {
        try listing.printHead(results, suggestions: suggestions(results, in: search))
        if count == 0, let emptiness = try emptiness(results, request, in: search) {
          listing.print(emptiness, of: search, asked: results.query.text)
        } else if let explanation = results.explanation {
          console.put(QueryListing(console: console).text(of: explanation))
        }
        return
      }
      var envelope = try envelope(results, request, in: search, id: nil)
      // The items follow, so that nothing is left out.
      envelope.isStream = true
      try console.put(envelope.json)
    } _: { hit in
      if console.isJSON {
        try console.put(JSONValue(hit))
      } else {
        console.put(listing.text(hit))
      }
    }
    if count == 0 { throw ExitStatus.nothingFound }
  }
}
