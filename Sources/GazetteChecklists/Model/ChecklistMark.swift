/// What a merge says of a row in its column for checks: a word, and the reason behind a colon.
package struct ChecklistMark: Sendable, Hashable {
  /// The words that can stand in front.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case recheck, retired, new
  }

  /// Why a row is marked.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case gone, merged, split, back
  }

  /// The word.
  package var kind: Kind
  /// The reason; `nil` where the rows says it itself.
  package var reason: Reason?
  /// The id that the reason names.
  package var other = ""

  /// Creates a mark.
  package init(_ kind: Kind, _ reason: Reason? = nil, other: String = "") {
    self.kind = kind
    self.reason = reason
    self.other = other
  }

  /// The mark as the text of a cell.
  package func text(in language: ChecklistLanguage) -> String {
    let terms = ChecklistTerms.standard
    let word = terms.word(kind, in: language)
    guard let reason else { return word }
    return word + (language == .chinese ? "：" : ": ")
      + terms.reason(reason, in: language).replacing("{0}", with: other)
  }

  /// The mark that a cell begins with; `nil` for none.
  package static func kind(of text: String) -> Kind? {
    let trimmed = text.trimmed
    for language in ChecklistLanguage.allCases {
      for kind in Kind.allCases
      where trimmed.hasPrefix(ChecklistTerms.standard.word(kind, in: language)) {
        return kind
      }
    }
    return nil
  }

  /// Whether a cell holds a mark and nothing that a person added.
  package static func isWhole(_ text: String) -> Bool {
    let trimmed = text.trimmed
    for language in ChecklistLanguage.allCases {
      for kind in Kind.allCases {
        if trimmed == ChecklistMark(kind).text(in: language) { return true }
        for reason in Reason.allCases {
          let parts = ChecklistMark(kind, reason, other: "\n").text(in: language)
            .split(separator: "\n", omittingEmptySubsequences: false)
          if parts.count == 1, trimmed == parts[0] { return true }
          guard parts.count == 2, trimmed.hasPrefix(parts[0]), trimmed.hasSuffix(parts[1]),
            trimmed.count >= parts[0].count + parts[1].count
          else { continue }
          let id = trimmed.dropFirst(parts[0].count).dropLast(parts[1].count)
          if ChecklistTable.isMeasureID(String(id)) { return true }
        }
      }
    }
    return false
  }
}
