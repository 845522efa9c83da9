import ArgumentParser
import GazetteIndex
import GazetteQuery

/// An order of passages other than the best first.
enum SearchSort: String, CaseIterable, ExpressibleByArgument {
  /// The newest document first; those without a date last.
  case newest
  /// The oldest document first; those without a date last.
  case oldest

  /// The order by the column of dates.
  var order: SortOrder? {
    Schema.policy.column("date.first").map { SortOrder(by: $0, isDescending: self == .newest) }
  }
}
