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
      if !phrase.isWhole || isEnd(text, end, range.upperBound) { return phrase.reason }
    }
    return nil
  }

  /// Whether nothing but a colon follows: `相关文章：`.
  private static func isEnd(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    position == end || (position + 1 == end && text[position] == 0x3A)
      || (position + 3 == end && text.triple(at: position, end: end) == 0xEFBC9A)
  }

  /// Marks the blocks of mere links that no element names as a menu: those in front of everything else on the page, and
  /// those behind a label such as `相关文章`.
  ///
  /// Links within the text stay: an attachment may be all that a line holds. A page of nothing but links is kept whole.
  static func markMenus(_ blocks: inout [Block]) {
    guard blocks.contains(where: { $0.furniture == nil && !$0.isLinked }) else { return }
    var related: Furniture?
    var isFront = true
    for index in blocks.indices {
      if let reason = blocks[index].furniture {
        related = reason == .related || reason == .neighbours ? reason : nil
        continue
      }
      let isMenu = blocks[index].isLinked && blocks[index].kind != .heading
      if isMenu, isFront || related != nil {
        blocks[index].furniture = related ?? .navigation
        blocks[index].kind = .furniture
        continue
      }
      related = nil
      isFront = false
    }
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
