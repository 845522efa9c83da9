import GazetteConcepts
import GazetteIndex
public import GazetteQuery

/// How a query was taken: what it was cut into, and what was asked beside it.
public struct QueryExplanation: Sendable, Hashable {
  /// A concept of which other renderings were looked for too.
  public struct Alias: Sendable, Hashable {
    /// Its id.
    public let concept: String
    /// The labels of it that were typed.
    public let typed: [String]
    /// The labels that were looked for beside them.
    public let labels: [String]
  }

  /// The tree.
  public let syntax: QuerySyntax
  /// The words, phrases and patterns that must match, with the terms that they were cut into.
  public let pieces: [QueryPiece]
  /// The concepts of which other renderings were looked for.
  public let aliases: [Alias]
  /// The words of the nearest passages that helped to put the others in order.
  public let relatedWords: [String]

  /// Explains what a plan asks.
  init(_ plan: SearchPlan) throws(IndexError) {
    syntax = plan.parsed.syntax
    pieces = plan.parsed.pieces
    relatedWords = plan.partial?.relatedWords ?? []
    var aliases: [Alias] = []
    if let thesaurus = plan.thesaurus, let widened = plan.widened, widened.syntax != nil {
      for (number, typed) in widened.typed.sorted(by: { $0.key < $1.key }) {
        let concept = try thesaurus.concept(at: number)
        let labels = concept.labels.map(\.text)
        aliases.append(
          Alias(
            concept: concept.id,
            typed: typed.sorted().compactMap { labels.indices.contains($0) ? labels[$0] : nil },
            labels: labels.enumerated().filter { !typed.contains($0.offset) }.map(\.element)))
      }
    }
    self.aliases = aliases
  }
}
