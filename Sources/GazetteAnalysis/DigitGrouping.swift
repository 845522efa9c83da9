/// Follows the commas in a number, to tell `1,000` from `1,2`.
struct DigitGrouping {
  /// Digits since the last comma, or since the start.
  private var digitCount = 0
  private var hasComma = false
  private var isClosed = false
  /// The end of the term before the last comma.
  private(set) var termEnd = 0
  /// The end, in the text, of what stands before the last comma.
  private(set) var end = 0
  /// The first byte, in the text, after the last comma.
  private(set) var start = 0

  /// Whether the number could end here: no comma, or exactly three digits after the last.
  var isWhole: Bool { !hasComma || digitCount == 3 }
  /// Whether three digits stand after a comma, so that one more would be too many.
  var isFull: Bool { hasComma && digitCount == 3 }
  /// Whether no digit came since the last comma.
  var isEmpty: Bool { digitCount == 0 }
  /// Whether a comma here may group digits.
  var mayOpen: Bool { !isClosed && (hasComma ? digitCount == 3 : digitCount <= 3) }

  /// Takes a digit at a place of the text.
  mutating func takeDigit(start: Int) {
    if digitCount == 0 { self.start = start }
    if digitCount < 4 { digitCount += 1 }
  }

  /// Takes a comma.
  mutating func open(termEnd: Int, end: Int) {
    hasComma = true
    digitCount = 0
    self.termEnd = termEnd
    self.end = end
  }

  /// No comma groups digits from here on: a decimal point came.
  mutating func close() {
    isClosed = true
    hasComma = false
  }
}
