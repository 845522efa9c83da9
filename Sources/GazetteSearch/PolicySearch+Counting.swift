package import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// In how many passages any of some folded terms stands: the most of any of them, as words or as stems.
  ///
  /// - Parameter terms: The folded bytes of the terms.
  /// - Returns: The count; deleted passages that are not merged away count too.
  /// - Throws: `IndexError` when the index is damaged.
  package func passageCount(ofAny terms: [[UInt8]]) throws(IndexError) -> Int {
    let body = PolicyField.body.id
    var most = 0
    for bytes in terms {
      most = max(most, try searcher.documentFrequency(of: Term(field: body, bytes: bytes)))
      if let stems = Schema.policy.stems(of: body) {
        most = max(most, try searcher.documentFrequency(of: Term(field: stems, bytes: bytes)))
      }
    }
    return most
  }
}
