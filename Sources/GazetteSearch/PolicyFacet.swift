import GazetteIndex
import GazetteQuery

/// What the passages that match a query have in common, as it is counted beside the hits.
public struct PolicyFacet: Sendable, Hashable {
  /// What is counted.
  public enum Name: String, Sendable, Hashable, CaseIterable {
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
    /// The concepts that the passage mentions, by their ids.
    case tag
  }

  /// A value and in how many matching passages it is found.
  public struct Count: Sendable, Hashable {
    /// The value, as a query would name it.
    public let value: String
    /// How many passages have it.
    public let count: Int
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
    case .kind: .field(PolicyField.kind.id)
    case .issuer: Schema.policy.field(Schema.issuerName).map { .field($0) }
    case .year: Schema.policy.column("date.first").map { .column($0, step: 10_000) }
    case .language: .field(PolicyField.language.id)
    case .voice: .field(PolicyField.voice.id)
    case .status: .field(PolicyField.status.id)
    case .tag: .field(PolicyField.concept.id)
    }
  }
}
