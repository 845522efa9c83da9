package import GazetteConcepts
package import GazetteIndex

extension DocumentRecord {
  /// The mentions of concepts that begin within a range of bytes of the source text, in the order of the text.
  ///
  /// Costs a binary search and the mentions themselves.
  package func tags(in bytes: Range<Int>) throws(IndexError) -> [ConceptTag] {
    let size = Self.tagWords * 4
    let count = (start(of: .text) - start(of: .tags)) / size
    guard count > 0 else { return [] }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let start = try row(.tags, middle, width: Self.tagWords)[0]
      if Int(start) < bytes.lowerBound { low = middle + 1 } else { high = middle }
    }
    var tags: [ConceptTag] = []
    while low < count {
      let words = try row(.tags, low, width: Self.tagWords).map(Int.init)
      guard words[0] < bytes.upperBound else { break }
      guard words[0] <= words[1], words[1] <= textRange.count else { throw damaged("a mention") }
      tags.append(
        ConceptTag(
          concept: words[2], label: words[3] >> 1, range: words[0]..<words[1],
          isPart: words[3] & 1 == 1))
      low += 1
    }
    return tags
  }

  /// All mentions of the document.
  package func tags() throws(IndexError) -> [ConceptTag] { try tags(in: 0..<Int.max) }
}
