import GazetteAnalysis

/// Whom or what a measure holds for, as far as its words tell.
struct MeasureScope {
  /// How far it reaches, rising.
  enum Reach: Int {
    /// Where it is tried, or where there is room for it.
    case trial
    /// Those that meet a condition, or the most important.
    case qualified
    /// Nothing tells.
    case plain
    /// All.
    case all
  }

  let reach: Reach
  /// The words that tell; `nil` where there are none.
  let words: String?

  /// Looks for the words of a table in a measure's own words; the narrowest counts.
  init(of record: MeasureRecord) {
    let text = String(decoding: TextFolding.fold(Array(record.words.text.utf8)).utf8, as: UTF8.self)
    var found: (reach: Reach, words: String)?
    for entry in ScopeWords.standard.entries
    where found.map({ entry.reach.rawValue < $0.reach.rawValue }) ?? true {
      if entry.stands(in: text) { found = (entry.reach, entry.text) }
    }
    reach = found?.reach ?? .plain
    words = found?.words
  }
}
