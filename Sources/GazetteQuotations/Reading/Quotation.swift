public import GazetteDocument

/// Words of a draft that are given as another's.
public struct Quotation: Sendable, Hashable {
  /// How the draft sets them apart.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Quotation marks.
    case marks
    /// A block of its own.
    case block
    /// Quotation marks within another quotation.
    case nested
  }

  /// The words as they are read: without the marks of the draft's form, lines joined.
  public let text: String
  /// Where they stand in the draft's source text, without the marks around them.
  public let span: TextSpan
  /// The line of the draft's source text on which they begin, from 1.
  public let line: Int
  /// The scalar of that line, from 1.
  public let column: Int
  /// How they are set apart.
  public let form: Form
  /// What the draft says beside them.
  public let surroundings: QuotationSurroundings

  /// Creates a quotation.
  package init(
    text: String, span: TextSpan, line: Int, column: Int, form: Form,
    surroundings: QuotationSurroundings
  ) {
    self.text = text
    self.span = span
    self.line = line
    self.column = column
    self.form = form
    self.surroundings = surroundings
  }

  /// Creates a quotation that stands in no draft.
  ///
  /// - Parameters:
  ///   - text: The words, without marks around them.
  ///   - source: What names the source, as it could stand beside the words; `nil` for nothing.
  public init(_ text: String, from source: String? = nil) {
    self.init(
      text: text,
      span: TextSpan(
        start: .zero,
        end: TextPosition(byte: text.utf8.count, scalar: text.unicodeScalars.count)),
      line: 1, column: 1, form: .marks,
      surroundings: QuotationSurroundings(texts: source.map { [$0] } ?? []))
  }
}
