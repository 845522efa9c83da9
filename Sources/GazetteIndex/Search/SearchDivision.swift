/// From when on a search puts posting lists together, and is divided among threads.
///
/// What it finds does not hang on it.
struct SearchDivision: Sendable {
  /// Up to so many postings of the rarest part the matches are walked over one by one.
  var shortLead = 256
  /// From so many postings on a search is worth another thread.
  var leastPostings = 1 << 13
  /// What a range of entries for a thread holds at least.
  var leastEntries = 1 << 15
  /// How many threads there are.
  var threadCount = min(8, ProcessorCount.active)
}
