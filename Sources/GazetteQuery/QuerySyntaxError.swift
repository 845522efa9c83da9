/// Why a text is no query, and where.
public struct QuerySyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The text has no letter and no digit.
    case nothingAsked = "nothing-asked"
    /// A quote is never closed.
    case unclosedQuote = "unclosed-quote"
    /// A quote is closed that was not opened.
    case unopenedQuote = "unopened-quote"
    /// A quote has no letter and no digit in it.
    case emptyQuote = "empty-quote"
    /// A parenthesis is never closed.
    case unclosedParenthesis = "unclosed-parenthesis"
    /// A parenthesis is closed that was not opened.
    case unopenedParenthesis = "unopened-parenthesis"
    /// An operator or a parenthesis has nothing to work on.
    case missingOperand = "missing-operand"
    /// What stands beside `NEAR` is no word, phrase or tag.
    case farOperand = "far-operand"
    /// What stands in `sentence:( )` or another scope is nothing that stands in a text.
    case scopedOperand = "scoped-operand"
    /// A field has no value.
    case missingValue = "missing-value"
    /// A date cannot be read.
    case malformedDate = "malformed-date"
    /// Parentheses or negations are nested too deep.
    case tooDeep = "too-deep"
    /// The text has too many words or bytes; the rest was left out.
    case tooLong = "too-long"
  }

  /// What is wrong.
  public let reason: Reason
  /// Where, in UTF-8 bytes of the text from 0.
  public let range: Range<Int>

  /// Creates an error.
  public init(_ reason: Reason, range: Range<Int>) {
    self.reason = reason
    self.range = range
  }

  /// What was expected in that place.
  public var expected: String {
    switch reason {
    case .nothingAsked: "a word, a phrase or a field"
    case .unclosedQuote: "a closing quote"
    case .unopenedQuote: "an opening quote before this closing one"
    case .emptyQuote: "letters or digits between the quotes"
    case .unclosedParenthesis: "a closing parenthesis"
    case .unopenedParenthesis: "an opening parenthesis before this closing one"
    case .missingOperand: "a word, a phrase or a field beside the operator"
    case .farOperand: "a word, a phrase or a tag on either side of NEAR"
    case .scopedOperand: "words, phrases or tags that stand together, none left out"
    case .missingValue: "a word or a phrase after the field's colon"
    case .malformedDate: "a date such as 2019, 2019-05, 2019年5月, 2018..2020 or ..2019-05-31"
    case .tooDeep: "at most \(QueryParser.depthLimit) levels of parentheses and negations"
    case .tooLong: "at most \(QueryParser.wordLimit) words in \(QueryParser.byteLimit) bytes"
    }
  }

  /// One line: where, and what was expected there.
  public var description: String { "byte \(range.lowerBound) of the query: expected \(expected)" }
}
