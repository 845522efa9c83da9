internal import GazetteDocument

/// What titles of official papers look like.
struct TitlePattern: ~Escapable {
  let text: Span<UInt8>

  @_lifetime(copy text)
  init(text: Span<UInt8>) {
    self.text = text
  }

  /// The noun that closes a Chinese title and names its kind, a bracket such as （试行） behind it left out.
  func kindNoun(closing range: Range<Int>) -> Range<Int>? {
    let end = withoutSuffix(range)
    let last = text.trimmingSpace(from: range.lowerBound, to: end)
    guard last - 3 >= range.lowerBound,
      Lexicon.shared.kindEnds.contains(text.triple(at: last - 3, end: last))
    else { return nil }
    for noun in Lexicon.shared.kinds {
      if let start = start(of: noun, before: end, from: range.lowerBound) { return start..<end }
    }
    return nil
  }

  /// Where a noun that ends at a place begins; its letters may be spaced out.
  private func start(of noun: [UInt8], before end: Int, from start: Int) -> Int? {
    var position = end
    for index in noun.indices.reversed() {
      // Spaces stand between characters, never within one.
      if !noun[index].isContinuation || index == noun.count - 1 || !noun[index + 1].isContinuation {
        position = text.trimmingSpace(from: start, to: position)
      }
      guard position > start, text[position - 1] == noun[index] else { return nil }
      position -= 1
    }
    return position
  }

  /// The body whose name begins a Chinese title: 国务院办公厅 in 国务院办公厅关于….
  func issuer(opening range: Range<Int>) -> Range<Int>? {
    var end: Int?
    for word in ["关于", "印发", "转发", "批转", "对", "令"] as [StaticString] {
      if let place = text.firstPlace(of: word, in: range), place > range.lowerBound,
        place < end ?? Int.max
      {
        end = place
      }
    }
    guard let end else { return nil }
    let name = text.trimmed(range.lowerBound..<end)
    return isBodies(name) ? name : nil
  }

  /// Whether a line reads as the names of bodies that issue together: 民政部、财政部, 中共中央办公厅 国务院办公厅.
  func isBodies(_ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    var start = range.lowerBound
    while let comma = text.firstPlace(of: "、", in: start..<range.upperBound) {
      guard isBody(text.trimmed(start..<comma)) else { return false }
      start = comma + 3
    }
    return isBody(text.trimmed(start..<range.upperBound))
  }

  /// Whether a line begins a title whose noun may be still to come: `国务院关于…`, `国务院办公厅`.
  func opens(_ range: Range<Int>) -> Bool {
    for word in ["关于", "印发", "转发", "批转"] as [StaticString]
    where text.firstPlace(of: word, in: range) != nil {
      return true
    }
    return isBody(range) || issuer(opening: range) != nil
  }

  /// Whether words read as a whole title: a Chinese one closes with its noun, an English one begins with it, or nearly so.
  func isTitle(_ range: Range<Int>) -> Bool {
    if kindNoun(closing: range) != nil { return true }
    return TitlePattern.namesKind(text, range, within: 6)
  }

  /// Whether one of the first words of a title names a kind of English document.
  static func namesKind(_ text: Span<UInt8>, _ title: Range<Int>, within limit: Int) -> Bool {
    var left = limit
    var start = title.lowerBound
    for position in title.lowerBound...title.upperBound {
      if position < title.upperBound, text[position].isLetter { continue }
      if position > start {
        if Lexicon.shared.englishKinds.contains(text, start..<position) { return true }
        left -= 1
        if left == 0 { return false }
      }
      start = position + 1
    }
    return false
  }

  /// Whether a line reads as the name of a body.
  func isBody(_ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 150 else { return false }
    // 国务院办公厅 中央军委办公厅: a name holds Han and white space only.
    var position = range.lowerBound
    while position < range.upperBound {
      if text.isHan(at: position, end: range.upperBound) {
        position += 3
      } else {
        let length = text.spaceLength(at: position, end: range.upperBound)
        if length == 0 { return false }
        position += length
      }
    }
    let solid = text.solid(in: range)
    return Lexicon.shared.bodies.contains {
      solid.count >= $0.count && solid.suffix($0.count).elementsEqual($0)
    }
  }

  private func withoutSuffix(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard
      text.triple(at: end - 3, end: end) == 0xEFBC89
        || (end > range.lowerBound && text[end - 1] == 0x29)
    else { return end }
    var position = end - 1
    while position > range.lowerBound {
      if text[position] == 0x28 { return text.trimmingSpace(from: range.lowerBound, to: position) }
      if text[position] == 0xEF, text.triple(at: position, end: end) == 0xEFBC88 {
        return text.trimmingSpace(from: range.lowerBound, to: position)
      }
      position -= 1
    }
    return end
  }
}

extension Span where Element == UInt8 {
  /// Whether a line is the note on release that closes an official paper: （此件公开发布）.
  func isReleaseNote(_ range: Range<Int>) -> Bool {
    guard range.count <= 90 else { return false }
    let start = range.lowerBound + (self[range.lowerBound] == 0x28 ? 1 : 3)
    return starts(with: "此件", at: start, end: range.upperBound)
      || starts(with: "本文有删减", at: start, end: range.upperBound)
  }
}
