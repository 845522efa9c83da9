import ArgumentParser
import GazetteIndex
import GazetteQuery
import GazetteSearch

/// An order of passages.
enum SearchSort: String, CaseIterable, ExpressibleByArgument {
  /// The best first.
  case relevance
  /// The newest document first; those without a date last.
  case newest
  /// The oldest document first; those without a date last.
  case oldest
  /// The documents by their names, and each from its beginning.
  case document

  /// The order as a search takes it.
  var order: PassageOrder {
    switch self {
    case .relevance: .relevance
    case .document: .document
    case .newest, .oldest:
      Schema.policy.column("date.first").map {
        .column(SortOrder(by: $0, isDescending: self == .newest))
      } ?? .relevance
    }
  }
}
