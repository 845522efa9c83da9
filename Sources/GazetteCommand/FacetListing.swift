import GazetteConcepts
import GazetteConsole
import GazetteDocument
import GazetteSearch

/// What the passages that match have in common, a line a value, as people read it on a terminal.
struct FacetListing {
  let console: Console

  /// Prints how many passages have each of the most frequent values; a concept with its name behind the id.
  func print(
    _ name: PolicyFacet.Name, of results: PolicyResults, in search: PolicySearch
  ) throws {
    guard let facet = results.facets.first(where: { $0.name == name }) else { return }
    let thesaurus = name == .tag ? try search.thesaurus() : nil
    let language: Language = console.isChinese ? .simplifiedChinese : .english
    var text = ""
    for count in facet.counts {
      text += "\(count.count)\t\(TerminalText.visible(count.value))"
      if let thesaurus, let number = try thesaurus.number(of: count.value) {
        let label = try thesaurus.concept(at: number).label(in: language)
        text += "\t" + console.faint(TerminalText.visible(label))
      }
      text += "\n"
    }
    console.put(text)
    if facet.valueCount > facet.counts.count {
      console.tell(console.say("search.facet.more", "\(facet.valueCount - facet.counts.count)"))
    }
  }
}
