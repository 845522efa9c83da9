/// A place in a passage that looks like a formula or a term.
struct FormulaSighting {
  /// Why it does.
  let pattern: FormulaProposal.Pattern
  /// Its scalars in the passage.
  let range: Range<Int>
  /// How many members it may have, by its own numbers.
  let numbers: [Int]
  /// Whether quotation marks stand around it.
  var isQuoted = false
  /// Whether its form alone says little: it must come again, or in quotation marks, or with its members.
  var isWeak = false
  /// Whether the words around lay down what it means, as laws do.
  var isDefined = false
  /// Whether a new word begins behind it for certain.
  var isBounded = true
}
