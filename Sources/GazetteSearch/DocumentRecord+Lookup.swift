import GazetteDocument
package import GazetteIndex

extension DocumentRecord {
  /// The passage that holds a range of bytes of the source text; `nil` when none does.
  ///
  /// Passages stand in the order of the text, so this is a binary search.
  ///
  /// - Parameter bytes: The range.
  /// - Returns: The passage.
  /// - Throws: `IndexError.corrupt` when the record is damaged.
  package func passage(around bytes: Range<Int>) throws(IndexError) -> CitedPassage? {
    var low = 0
    var high = passageCount
    while low < high {
      let middle = (low + high) / 2
      let end = try row(.passages, middle, width: DocumentRecord.passageWords)[2]
      if Int(end) < bytes.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low < passageCount else { return nil }
    let start = try row(.passages, low, width: DocumentRecord.passageWords)[0]
    return Int(start) <= bytes.lowerBound ? try citedPassage(at: low) : nil
  }
}
