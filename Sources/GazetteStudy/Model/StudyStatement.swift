public import Gazette

/// A sentence of a source that a pack teaches, with its translation where the corpus has one.
public struct StudyStatement: Sendable, Hashable {
  /// The sentence with its passage and document.
  public let excerpt: CitedExcerpt
  /// The passage of a translation that says the same; `nil` where there is none or none is wanted.
  public let translation: CitedExcerpt?
  /// The requirements in it.
  public let measures: [MeasureRecord]

  /// The words as they are shown: on one line, mended places in brackets.
  public var text: String { StudyStatement.line(excerpt.markedReading ?? excerpt.text) }

  /// Words on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
