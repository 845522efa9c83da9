/// A stretch of a source text in which a quotation is looked for, with the passages that lie in it.
package struct SourceWindow: Sendable {
  /// Its words.
  package let text: ComparedText
  /// The passages, as bytes of the stretch; what an omission leaves out lies in one of them.
  package let passages: [Range<Int>]

  /// Cuts a stretch into words.
  package init(_ utf8: [UInt8], passages: [Range<Int>]) {
    text = ComparedText(utf8)
    self.passages = passages
  }

  /// Whether some bytes lie in one passage.
  func isInOnePassage(_ bytes: Range<Int>) -> Bool {
    passages.contains { $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound }
  }
}
