public import GazetteQuery

/// What is known of a search that found nothing: where it looked, and what asking for less would find.
public struct EmptyAnswer: Sendable, Hashable {
  /// A query and how many passages match it.
  public struct Attempt: Sendable, Hashable {
    /// The query.
    public let query: String
    /// How many passages match, other renderings aside.
    public let count: Int
  }

  /// How many documents were searched.
  public let documents: Int
  /// How many passages they have.
  public let passages: Int
  /// The fields that were looked through.
  public let fields: [PolicyField]
  /// Each part of the query by itself, in the order of the query.
  public let parts: [Attempt]
  /// Queries that ask for less and find something, the most like the one that was asked first.
  public let nearest: [Attempt]
}
