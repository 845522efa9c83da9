package import GazetteIndex

/// What an index is asked for when nothing has every word of a question: the passages that come nearest, whatever they lack.
///
/// Every word counts as one term with several fields (BM25F), so that a passage that has many of the words stands before
/// one that has few of them often. Words that say nothing about the matter are left out.
package struct NearestQuery: Sendable, Hashable {
  /// The entries, best those that have most.
  package let query: Query
  /// What each word or pair of Han is looked for as.
  package let pieces: [[WeightedTerm]]
  /// Whether the text reads as a question or a description, of which the single word matters little: then it takes the
  /// place of the partial matches, else it follows them.
  package let isQuestion: Bool

  /// Where a stem counts, and how much: what a passage says itself, the headings over it, and what its document is
  /// called.
  ///
  /// - Parameter stem: The stem of an English word.
  /// - Returns: The stem in each of the fields.
  package static func fields(stem: [UInt8]) -> [WeightedTerm] {
    fields(stem, places: places) {
      Schema.policy.stems(of: $0)
    }
  }

  /// Where any other term counts, and how much.
  package static func fields(term: [UInt8]) -> [WeightedTerm] {
    fields(term, places: places + [(.raw, rawWeight)]) { $0 }
  }

  /// What a passage says itself, the headings over it, and the title of its document, with what each is worth.
  static let places: [(field: PolicyField, weight: Float)] = [
    (.body, 1), (.heading, headingWeight), (.title, titleWeight),
  ]
  private static let headingWeight: Float = 1
  private static let titleWeight: Float = 3
  private static let rawWeight: Float = 0.05

  private static func fields(
    _ bytes: [UInt8], places: [(field: PolicyField, weight: Float)], _ id: (FieldID) -> FieldID?
  ) -> [WeightedTerm] {
    places.compactMap { place in
      id(place.field.id).map {
        WeightedTerm(Term(field: $0, bytes: bytes), weight: place.weight)
      }
    }
  }
}
