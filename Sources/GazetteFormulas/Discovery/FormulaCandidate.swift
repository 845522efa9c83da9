import GazetteDocument

/// What was counted of words that may be a formula.
struct FormulaCandidate {
  let pattern: FormulaProposal.Pattern
  /// The words at `place`.
  var words: String
  var count = 0
  var quotedCount = 0
  var boundedCount = 0
  var documents: [FormulaLedger.DocumentCount] = []
  var place: FormulaPlace
  /// The day of the document of `place`; the greatest number without one.
  var day: Int
  var members: [String] = []
  var membersPlace: FormulaPlace?
  /// Whether its form alone says little.
  var isWeak: Bool
  /// Whether some text lays down what it means: a term of a law, for that law.
  var isDefined = false

  /// How much speaks for it.
  var evidence: Int {
    let coming = min(count - 1, 4) + 2 * min(documents.count - 1, 5)
    let form =
      switch pattern {
      case .doubled: 2
      case .counted, .numbered, .quoted: 0
      }
    return form + coming + (members.isEmpty ? 0 : 4) + (quotedCount > 0 ? 2 : 0)
  }

  /// Whether it is worth a look: quoted words must come again in another document, what is counted must be more than that.
  var isConvincing: Bool {
    switch pattern {
    case .doubled: count > 1 || quotedCount > 0 || !members.isEmpty || !isWeak
    case .counted:
      quotedCount > 0 || !members.isEmpty || !isWeak && (count > 2 || documents.count > 1)
    case .numbered: !members.isEmpty || quotedCount > 0 && (!isWeak || documents.count > 1)
    // Two characters by themselves are mostly a word.
    case .quoted:
      !isDefined && quotedCount > 2 && documents.count > (words.unicodeScalars.count > 2 ? 1 : 2)
    }
  }
}
