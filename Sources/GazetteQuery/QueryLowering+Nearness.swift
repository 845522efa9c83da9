import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// What words that stand together in the order of the query are worth beside the words themselves: the whole run of
  /// them, and each pair of neighbours.
  private static let runWeight: Float = 1
  private static let pairWeight: Float = 0.5

  /// Of a longer run only this many words count, which bounds the cost of a pasted page.
  private static let runLimit = 8

  /// Prefers entries in which words of the query stand side by side in the body; what matches stays as it is.
  ///
  /// "safe drinking water" is asked for by people who mean the three words together; they rarely type the quotes.
  mutating func preferringRuns(_ query: Query, of syntaxes: [QuerySyntax]) -> Query {
    var query = query
    for run in Self.runs(of: syntaxes) {
      var phrases: [Query] = []
      if run.count > 2 {
        if let phrase = bodyPhrase(run, Self.runWeight) { phrases.append(phrase) }
      }
      for pair in zip(run, run.dropFirst()) {
        let weight = run.count > 2 ? Self.pairWeight : Self.runWeight
        if let phrase = bodyPhrase([pair.0, pair.1], weight) { phrases.append(phrase) }
      }
      guard !phrases.isEmpty else { continue }
      query = .preferring(query, phrases.count == 1 ? phrases[0] : .any(phrases))
    }
    return query
  }

  /// Words without a field that follow each other; a single one is no run.
  private static func runs(of syntaxes: [QuerySyntax]) -> [[String]] {
    var runs: [[String]] = []
    var run: [String] = []
    for syntax in syntaxes {
      if case .word(let word) = syntax.kind {
        if run.count < runLimit { run.append(word) }
      } else {
        if run.count > 1 { runs.append(run) }
        run = []
      }
    }
    if run.count > 1 { runs.append(run) }
    return runs
  }

  /// The words as a phrase in the body; `nil` when signs alone leave fewer than two terms.
  private mutating func bodyPhrase(_ words: [String], _ weight: Float) -> Query? {
    let phrase = terms(words.joined(separator: " ")).phrase
    guard phrase.count > 1 else { return nil }
    let query = Self.phrase(phrase, in: TextField(.body))
    return weight == 1 ? query : .boosted(query, weight)
  }
}
