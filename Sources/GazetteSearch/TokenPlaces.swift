import GazetteAnalysis
import GazetteIndex

/// The tokens of one text by their terms: a small inverted index of a passage that is about to be shown.
struct TokenPlaces {
  /// A term with the side, exact or stem, on which it is looked up.
  private struct Key: Hashable {
    var isStem: Bool
    var bytes: [UInt8]
  }

  private struct Place {
    var position: Int
    var bytes: Range<Int>
  }

  private var places: [Key: [Place]] = [:]

  init(_ stream: TokenStream) {
    for token in stream.tokens {
      let term = stream.terms[Int(token.termStart)..<Int(token.termStart + token.termLength)]
      places[Key(isStem: token.kind == .stem, bytes: Array(term)), default: []].append(
        Place(position: Int(token.position), bytes: Int(token.start)..<Int(token.end)))
    }
  }

  /// Where all terms stand at their offsets, as bytes from the first one's start to the last one's end.
  func occurrences(of terms: [PhraseTerm], stems: Bool) -> [Range<Int>] {
    guard let first = terms.first, let starts = places[Key(isStem: stems, bytes: first.bytes)]
    else { return [] }
    let others = terms.dropFirst().map { term in
      let found = places[Key(isStem: stems, bytes: term.bytes)] ?? []
      return (
        offset: term.offset - first.offset,
        ends: Dictionary(found.map { ($0.position, $0.bytes) }) { one, _ in one }
      )
    }
    return starts.compactMap { start in
      var range = start.bytes
      for other in others {
        guard let bytes = other.ends[start.position + other.offset] else { return nil }
        range =
          min(range.lowerBound, bytes.lowerBound)..<max(range.upperBound, bytes.upperBound)
      }
      return range
    }
  }

  /// Where terms stand that begin with some bytes.
  func starts(with prefix: [UInt8]) -> [Range<Int>] {
    places.filter { !$0.key.isStem && $0.key.bytes.starts(with: prefix) }
      .flatMap { $0.value.map(\.bytes) }
  }
}
