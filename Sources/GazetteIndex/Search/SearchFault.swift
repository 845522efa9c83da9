/// What went wrong during one search.
///
/// Cursors do not throw: one that meets damage notes it here and ends, and the search throws when its walk is over.
final class SearchFault {
  /// The first thing that went wrong.
  private(set) var error: IndexError?

  /// Notes an error, unless there is one already.
  func note(_ error: IndexError) { if self.error == nil { self.error = error } }

  /// Throws what went wrong.
  func check() throws(IndexError) { if let error { throw error } }
}
