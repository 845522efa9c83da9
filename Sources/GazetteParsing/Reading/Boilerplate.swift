internal import GazetteDocument

/// Tells page furniture by its words, where no element says so.
struct Boilerplate {
  /// Longer blocks are never furniture by their words.
  private static let longest = 180

  /// Why a block is furniture; `nil` when it is not, or when there is doubt.
  static func reason(_ text: Span<UInt8>, _ range: Range<Int>) -> Furniture? {
    guard range.count <= longest, !range.isEmpty else { return nil }
    guard let phrases = Lexicon.shared.furniture[lowered(text[range.lowerBound])] else {
      return nil
    }
    for phrase in phrases {
      guard let end = match(phrase.words, text, range) else { continue }
      if !phrase.isWhole || end == range.upperBound { return phrase.reason }
    }
    return nil
  }

  /// The end of a phrase that begins a range, white space and the case of letters aside.
  private static func match(
    _ words: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var position = range.lowerBound
    for byte in words {
      // The phrases are kept without white space, those in English too.
      if byte.isSpace { continue }
      position = text.skippingSpace(from: position, to: range.upperBound)
      guard position < range.upperBound, lowered(text[position]) == byte else { return nil }
      position += 1
    }
    return text.skippingSpace(from: position, to: range.upperBound)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte.isUppercase ? byte | 0x20 : byte
  }
}
