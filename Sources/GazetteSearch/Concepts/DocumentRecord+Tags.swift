package import GazetteConcepts
import GazetteDocument
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

  /// Where the heading of a section stands, the title for the root; `nil` where it stands nowhere, or begins a passage.
  ///
  /// Costs a binary search over the passages.
  func ownHeadingSpan(ofSection section: Int) throws(IndexError) -> TextSpan? {
    guard let span = try self.section(at: section).headingSpan else { return nil }
    // The first passage that ends behind the beginning of the heading.
    var (low, high) = (0, passageCount)
    while low < high {
      let middle = (low + high) / 2
      let end = try row(.passages, middle, width: Self.passageWords)[2]
      if Int(end) <= span.start.byte { low = middle + 1 } else { high = middle }
    }
    guard low < passageCount else { return span }
    let start = try row(.passages, low, width: Self.passageWords)[0]
    return Int(start) < span.end.byte ? nil : span
  }

  /// All mentions of the document.
  package func tags() throws(IndexError) -> [ConceptTag] { try tags(in: 0..<Int.max) }
}
