internal import GazetteDocument

/// A paper as it is named in running text: 《title》（number）, or a number alone.
struct CitedPaper {
  /// The words between the marks; `nil` for a number alone.
  var title: Range<Int>?
  /// The number, which may stand in a bracket behind the title.
  var number: DocumentNumber?
  /// The citation with its marks and its bracket.
  var range: Range<Int>
}
