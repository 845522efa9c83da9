import GazetteIndex
import GazetteQuery

/// What the passages that match a query have in common, as it is counted beside the hits.
public struct PolicyFacet: Sendable, Hashable {
  /// What is counted.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// The document, by its id.
    case document
    /// The kind of document.
    case kind
    /// The issuer, as the document names it.
    case issuer
    /// The year of the document's date; where that is a stretch, the year in which it begins.
    case year
    /// The language of the passage; `zh-Hans` counts as `zh` too.
    case language
    /// The voice of the passage.
    case voice
    /// The legal status of the document.
    case status
    /// The concepts that the passage mentions, or the heading that counts for it, by their ids.
    case tag
  }

  /// A value and in how many matching passages it is found.
  public struct Count: Sendable, Hashable {
    /// The value.
    public let value: String
    /// How many passages have it; of results that are grouped, how many documents with such a passage.
    public let count: Int
    /// What leaves the passages with this value when it is put behind the query, or given as a filter: exactly as many.
    public let filter: String
  }

  /// What is counted.
  public let name: Name
  /// The most frequent values, most frequent first.
  public let counts: [Count]
  /// How many different values there are in all.
  public let valueCount: Int
}

extension PolicyFacet.Name {
  /// Where the engine finds the values.
  var source: Facet.Source? {
    switch self {
    case .document: .groups
    case .kind: .field(PolicyField.kind.id)
    case .issuer: Schema.policy.field(Schema.issuerName).map { .field($0) }
    case .year: Schema.policy.column("date.first").map { .column($0, step: 10_000) }
    case .language: .field(PolicyField.language.id)
    case .voice: .field(PolicyField.voice.id)
    case .status: .field(PolicyField.status.id)
    // What a tag finds, in the words or in what stands over them.
    case .tag: .mentions([PolicyField.body.id, PolicyField.heading.id, PolicyField.title.id])
    }
  }

  /// The query for what has a value, and nothing else.
  func filter(_ value: String) -> String {
    func field(_ field: PolicyField, _ value: String) -> String {
      QuerySyntax(.field(field, QuerySyntax(.word(value)))).description
    }
    return switch self {
    case .document: field(.document, "=" + value)
    case .kind: field(.kind, value)
    case .issuer: field(.issuer, "=" + value)
    case .year: "date:" + String(repeating: "0", count: max(0, 4 - value.utf8.count)) + value
    case .language: field(.language, value)
    case .voice: field(.voice, value)
    case .status: field(.status, value)
    case .tag: field(.concept, "=" + value)
    }
  }
}
