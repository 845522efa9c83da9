/// What comparing a quotation with its source leaves aside, and what it never does; printed with every report.
public enum MatchingContract {
  /// Forms that may differ; a report names those that did.
  public static let folded = FoldedForm.allCases.map(\.rawValue)
  /// What must agree to the letter.
  public static let neverFolded = [
    "words", "digits", "negation", "modality", "order", "percent-and-unit-signs",
  ]
  /// A quotation with less than this is too short to be checked.
  ///
  /// A Han character weighs three, any other letter or digit, and a blank between words, one: four Han characters, or a dozen
  /// letters.
  public static let leastWeight = 12
  /// The most words, or three times as many Han characters, that one mark of omission may stand for.
  public static let longestGap = 60
}
