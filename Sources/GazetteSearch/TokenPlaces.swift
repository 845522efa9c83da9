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
  /// With a slop each term may stand farther from the one before, so many positions in all; the nearest that is far enough is
  /// taken.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the wanted terms.
  ///   - offsets: The offset of each.
  ///   - slop: How many further positions they may take.
  /// - Returns: The stretches, in the order of the text.
  func occurrences(of numbers: [Int], at offsets: [Int], slop: Int = 0) -> [Range<Int>] {
    guard let first = numbers.first else { return [] }
    return places[first].compactMap { start in
      var range = start.bytes
      guard slop == 0 else { return loose(from: start, numbers, offsets, slop) }
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

  private func loose(
    from start: Place, _ numbers: [Int], _ offsets: [Int], _ slop: Int
  ) -> Range<Int>? {
    var range = start.bytes
    var position = start.position
    for index in numbers.indices.dropFirst() {
      let least = position + offsets[index] - offsets[index - 1]
      let places = places[numbers[index]]
      let at = Self.firstIndex(in: places, atLeast: least)
      guard at < places.count else { return nil }
      position = places[at].position
      range =
        min(
          range.lowerBound, places[at].bytes.lowerBound)..<max(
          range.upperBound, places[at].bytes.upperBound)
    }
    let span = (offsets.last ?? 0) - (offsets.first ?? 0)
    return position - start.position - span <= slop ? range : nil
  }

  private static func firstIndex(in places: [Place], atLeast position: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place of a term at a position.
  private func bytes(of number: Int, at position: Int) -> Range<Int>? {
    let places = places[number]
    let index = Self.firstIndex(in: places, atLeast: position)
    return index < places.count && places[index].position == position ? places[index].bytes : nil
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
