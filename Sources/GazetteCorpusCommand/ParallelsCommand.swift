import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette parallels`: the same passage in other words, between two documents or within the corpus.
struct ParallelsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { ParallelsOptions.configuration }

  @OptionGroup var options: ParallelsOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global)
    let search = source.search
    let matcher = source.thesaurus.concepts.isEmpty ? nil : ConceptMatcher(source.thesaurus)
    let kinds = options.kinds.compactMap(PassagePair.Kind.init(rawValue:))
    let report = try search.parallels(
      between: options.documents, kinds: Set(kinds.isEmpty ? PassagePair.Kind.allCases : kinds),
      limit: options.limit, groupLimit: options.perPair
    ) { document in
      (matcher?.mentions(in: document).passages ?? []).map { mentions in
        mentions.filter { !$0.isPart }.map { .init(id: $0.concept, range: $0.range) }
      }
    }
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.parallels/1", revision: search.revision,
        items: report.groups.flatMap(\.findings).map { JSONValue($0) }, total: report.totalCount)
      envelope.extras["documents"] = .integer(report.documentCount)
      envelope.extras["groups"] = .array(report.groups.map { JSONValue($0) })
      try console.put(envelope.json)
    } else {
      ParallelListing(console: console).print(report, hasConcepts: matcher != nil)
    }
    if report.totalCount == 0 { throw ExitStatus.nothingFound }
  }
}
