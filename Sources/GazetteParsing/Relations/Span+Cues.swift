internal import GazetteDocument

extension Span where Element == UInt8 {
  /// The first place of a cue in a range, in any case of letters, at which no letter stands in front.
  ///
  /// - Parameters:
  ///   - cue: The words in lower case; not empty.
  ///   - range: Where to look.
  ///   - endsWord: Whether no letter may follow either.
  /// - Returns: The place, or `nil`; costs a look at each byte of the range.
  func firstPlace(ofCue cue: [UInt8], in range: Range<Int>, endsWord: Bool) -> Int? {
    guard let first = cue.first, range.count >= cue.count else { return nil }
    let isLatin = first < 0x80
    for position in range.lowerBound...range.upperBound - cue.count
    where lowered(position) == first {
      var index = 1
      while index < cue.count, lowered(position + index) == cue[index] { index += 1 }
      guard index == cue.count else { continue }
      let end = position + cue.count
      let begins = !isLatin || position == 0 || !self[position - 1].isLetter
      if begins, !endsWord || end == count || !self[end].isLetter { return position }
    }
    return nil
  }

  private func lowered(_ position: Int) -> UInt8 {
    let byte = self[position]
    return byte.isUppercase ? byte | 0x20 : byte
  }
}
