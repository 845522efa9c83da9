import GazetteAnalysis
import GazetteIndex

/// Where the terms that a query looks for stand in one text that is about to be shown.
struct TokenPlaces {
  private struct Place {
    var position: Int
    var bytes: Range<Int>
  }

  /// The places of each wanted term, by rising position.
  private var places: [[Place]]

  /// Finds the wanted terms among the tokens of a text; costs one look-up a token.
  init(_ stream: TokenStream, of wanted: WantedTerms) {
    places = Array(repeating: [], count: wanted.count)
    for token in stream.tokens {
      let term = stream.terms[Int(token.termStart)..<Int(token.termStart + token.termLength)]
      guard let number = wanted.find(term, isStem: token.kind == .stem) else { continue }
      places[number].append(
        Place(position: Int(token.position), bytes: Int(token.start)..<Int(token.end)))
    }
  }

  /// Where all terms stand at their offsets, as bytes from the first one's start to the last one's end.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the wanted terms.
  ///   - offsets: The offset of each.
  /// - Returns: The stretches, in the order of the text.
  func occurrences(of numbers: [Int], at offsets: [Int]) -> [Range<Int>] {
    guard let first = numbers.first else { return [] }
    return places[first].compactMap { start in
      var range = start.bytes
      for (number, offset) in zip(numbers, offsets).dropFirst() {
        guard let bytes = bytes(of: number, at: start.position + offset - offsets[0]) else {
          return nil
        }
        range =
          min(range.lowerBound, bytes.lowerBound)..<max(range.upperBound, bytes.upperBound)
      }
      return range
    }
  }

  /// The first place of a term at a position.
  private func bytes(of number: Int, at position: Int) -> Range<Int>? {
    let places = places[number]
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].position == position ? places[low].bytes : nil
  }

  /// Where terms of a text stand that begin with some bytes.
  static func starts(with prefix: [UInt8], in stream: TokenStream) -> [Range<Int>] {
    stream.tokens.compactMap { token in
      let term = stream.terms[Int(token.termStart)..<Int(token.termStart + token.termLength)]
      guard token.kind != .stem, term.starts(with: prefix) else { return nil }
      return Int(token.start)..<Int(token.end)
    }
  }
}
