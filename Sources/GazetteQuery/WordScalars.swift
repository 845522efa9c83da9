/// The scalars of a word that is being read, and which of them are text whatever they are.
struct WordScalars {
  private var scalars: [Unicode.Scalar] = []
  /// Whether a backslash, or the meaning of the whole word, makes a scalar text.
  private var areText: [Bool] = []
  private var places: [Int] = []

  /// The place behind the last scalar.
  var end: Int { (places.last ?? -1) + 1 }

  /// The scalars as a string.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Appends the scalar at a place of the query.
  mutating func append(_ scalar: Unicode.Scalar, at place: Int, isText: Bool) {
    scalars.append(scalar)
    areText.append(isText)
    places.append(place)
  }

  private mutating func removeLast(_ count: Int = 1) {
    scalars.removeLast(count)
    areText.removeLast(count)
    places.removeLast(count)
  }

  /// Takes off the punctuation at the end; returns whether there was some.
  mutating func trim() -> Bool {
    let count = scalars.count
    while scalars.count > 1, let last = scalars.last, !last.isQueryWord { removeLast() }
    return scalars.count < count
  }

  /// Takes off the star of a prefix.
  ///
  /// Further stars or punctuation at the end make it text: `**bold**` is no prefix.
  mutating func takeStar() -> Bool {
    guard scalars.count > 1, scalars[scalars.count - 1].isQueryStar, !areText[scalars.count - 1],
      scalars[scalars.count - 2].isQueryWord
    else { return false }
    removeLast()
    return true
  }

  /// Takes off what the word counts, such as `^2`; behind a digit it is an exponent and stays.
  mutating func takeBoost() -> Float? {
    guard let caret = scalars.lastIndex(where: \.isQueryCaret), caret > 0, !areText[caret],
      scalars[caret - 1].asciiDigit == nil || caret > 1 && scalars[caret - 2].isQueryTilde,
      let boost = Self.boost(scalars[(caret + 1)...])
    else { return nil }
    removeLast(scalars.count - caret)
    return boost
  }

  /// Takes off the sign of a word that may be misspelt: `~`, or `~1` and `~2` for so many characters.
  ///
  /// A number is never misspelt: `3~5` is a range.
  mutating func takeEdits() -> Int? {
    guard let tilde = scalars.lastIndex(where: \.isQueryTilde), tilde > 0, !areText[tilde],
      scalars[tilde - 1].isQueryWord,
      !scalars[..<tilde].allSatisfy({ $0.asciiDigit != nil || !$0.isQueryWord })
    else { return nil }
    let edits: Int
    switch scalars.count - tilde {
    // A long word is misspelt twice sooner.
    case 1: edits = tilde > 5 && scalars[0].isASCII ? 2 : 1
    case 2:
      guard let digit = scalars[tilde + 1].asciiDigit, (1...2).contains(digit) else { return nil }
      edits = digit
    default: return nil
    }
    removeLast(scalars.count - tilde)
    return edits
  }

  /// Whether the word is a pattern: a word with stars or, outside of Chinese, question marks in it.
  var isPattern: Bool {
    var hasSign = false
    for (index, scalar) in scalars.enumerated() {
      let isSign = !areText[index] && (scalar.isQueryStar || scalar == "?")
      guard isSign else {
        // What is no word has signs that mean something else, such as the address of a page.
        guard scalar.isQueryWord || scalar == "-" || scalar == "'" else { return false }
        continue
      }
      guard index > 0, index + 1 < scalars.count, scalars[index - 1].isQueryWord,
        scalars[index + 1].isQueryWord
      else { return false }
      if scalar == "?", !scalars[index - 1].isASCII || !scalars[index + 1].isASCII { return false }
      hasSign = true
    }
    return hasSign
  }

  /// What digits with at most one point say that something counts: above 0, at most 1,000.
  static func boost(_ scalars: ArraySlice<Unicode.Scalar>) -> Float? {
    guard let first = scalars.first, let last = scalars.last, first.asciiDigit != nil,
      last.asciiDigit != nil, scalars.count <= 8
    else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    guard let boost = Float(text), boost > 0, boost <= 1_000 else { return nil }
    return boost
  }
}
