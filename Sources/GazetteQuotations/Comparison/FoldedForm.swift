/// A difference of form between a quotation and its source that leaves the words as they are.
///
/// Raw values are the names under which reports list what was folded.
public enum FoldedForm: String, Sendable, Hashable, CaseIterable {
  /// Capital and small letters.
  case letterCase = "case"
  /// Blanks and ends of lines.
  case whiteSpace = "white-space"
  /// Quotation marks and title marks of any form.
  case quotationMarks = "quote-marks"
  /// Full-width and half-width forms of the same sign.
  case width
  /// Signs that group the digits of a number.
  case digitSeparators = "digit-separators"
  /// Traditional and Simplified characters, and variants of one character.
  case characterForms = "traditional"
  /// Accents and ligatures.
  case accents
  /// Dashes and hyphens of any length.
  case dashes
  /// Commas, full stops and other marks between words, or their absence.
  case punctuation
  /// Words that the draft puts in square brackets, and `[sic]`.
  case brackets
  /// Damage of the source that its reading text mends.
  case repairs
}
