import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette since`: what is new, changed, gone or moved, for the corpus and for each saved query.
struct SinceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { SinceOptions.configuration }

  @OptionGroup var options: SinceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let changes = try search.changes(since: try search.revision(named: options.revision))
    let answers = try answers(in: search, changes)
    if console.isJSON {
      try console.put(envelope(changes, answers, revision: search.revision))
    } else {
      ChangeListing(console: console, limit: options.limit).print(changes, answers)
    }
    if answers.contains(where: { $0.failure != nil }) { throw ExitStatus.failed }
    if changes.documents.isEmpty, answers.allSatisfy({ $0.changes.isEmpty }) {
      throw ExitStatus.nothingFound
    }
  }

  /// Asks each saved query; one that cannot be asked does not stop the others.
  private func answers(
    in search: PolicySearch, _ changes: CorpusChanges
  ) throws -> [SavedQueryAnswer] {
    let file = try SavedQueryFile(named: options.saved) { try search.state().roots }
    var entries = try file.load().entries
    if !options.names.isEmpty {
      let known = entries.map(\.name)
      for name in options.names where !known.contains(name) {
        throw SavedQueryError.unknown(name: name, known: known, path: file.path)
      }
      entries = entries.filter { options.names.contains($0.name) }
    }
    guard !entries.isEmpty else { return [] }
    var comparison = try QueryComparison(search, changes)
    return entries.map { entry in
      do {
        return SavedQueryAnswer(entry: entry, found: try comparison.changes(for: entry.text))
      } catch {
        return SavedQueryAnswer(entry: entry, failure: error)
      }
    }
  }

  private func envelope(
    _ changes: CorpusChanges, _ answers: [SavedQueryAnswer], revision: String
  ) -> JSONValue {
    var envelope = Envelope(
      schema: "gazette.since/1", revision: revision,
      items: changes.changes.prefix(options.limit).map { JSONValue($0) },
      total: changes.changes.count)
    envelope.isComplete = answers.allSatisfy { $0.failure == nil }
    envelope.extras["since"] = .string(changes.since.description)
    envelope.extras["documents"] = .array(changes.documents.map { JSONValue($0) })
    envelope.extras["counts"] = .object([
      "documents": JSONValue(countsOf: changes.documents.map(\.kind)),
      "passages": JSONValue(countsOf: changes.changes.map(\.kind)),
      "same": .integer(changes.sameCount),
    ])
    envelope.extras["queries"] = .array(answers.map { $0.json(limit: options.limit) })
    return envelope.json
  }
}
