extension QuoteForm {
  /// Whether the mark at a place opens a quote: always, but for the marks that double as apostrophes.
  func opens(at index: Int, in text: QueryText) -> Bool {
    guard isSingle else { return true }
    guard let next = text.scalar(index + 1), !next.isQuerySpace else { return false }
    guard opener == "'", let before = text.scalar(index - 1) else { return true }
    return before.isQuerySpace || before.opensParenthesis || before.isQueryColon
      || before.isQueryMinus
  }

  /// The place of the form's own mark that closes the quote opened at a place, before `end`; quotes of the form inside
  /// are passed over.
  func closing(from index: Int, before end: Int, in text: QueryText) -> Int? {
    var depth = 1
    for place in index + 1..<max(end, index + 1) {
      let scalar = text.scalars[place]
      if scalar == closer, closes(at: place, in: text) {
        depth -= 1
        if depth == 0 { return place }
      } else if nests, !isSingle, opener != "„", scalar == opener {
        depth += 1
      }
    }
    return nil
  }

  /// The place of the first mark that can close the quote opened at a place, before `end`.
  func anyClosing(from index: Int, before end: Int, in text: QueryText) -> Int? {
    (index + 1..<max(end, index + 1)).first { place in
      isClosed(by: text.scalars[place]) && closes(at: place, in: text)
    }
  }

  /// Whether the closing mark at a place is no apostrophe.
  private func closes(at index: Int, in text: QueryText) -> Bool {
    guard isSingle, let before = text.scalar(index - 1) else { return true }
    guard !before.isQuerySpace else { return false }
    guard let next = text.scalar(index + 1) else { return true }
    return closer == "'"
      ? next.isQuerySpace || next.closesParenthesis || next.isQuerySeparator
        || !next.isQueryWord && next.isASCII
      : !(before.isAlphabeticLetter && next.isAlphabeticLetter)
  }
}
