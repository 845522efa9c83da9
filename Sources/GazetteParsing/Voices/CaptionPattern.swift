internal import GazetteDocument

/// What the words under pictures and the lines that name a source look like.
struct CaptionPattern: ~Escapable {
  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// Whether a passage may be a caption or a source line, by its first character and its last byte; few are asked further.
  @inline(__always)
  func mayStandApart(_ range: Range<Int>, _ heads: UInt64) -> Bool {
    guard range.count >= 3, range.count <= 400 else { return range.count <= 400 }
    var head = text.triple(at: range.lowerBound, end: range.upperBound)
    // Behind （ the next character tells.
    if head == 0xEFBC88 { head = text.triple(at: range.lowerBound + 3, end: range.upperBound) }
    if heads &>> Lexicon.voiceBit(of: head) & 1 == 1 { return true }
    // The last bytes of 摄 and ）, and a bracket.
    let last = text[range.upperBound - 1]
    return last == 0x84 || last == 0x89 || last == 0x5D || last == 0x29
  }

  /// Whether a passage is a caption.
  func isCaption(_ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    // 图 资 （, and the first three letters of the others.
    switch text.triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE59BBE, 0xE8B584, 0xEFBC88, 0x5B5068, 0x285068, 0x50686F:
      for word in ["图为", "资料图", "[Photo", "(Photo", "Photo by", "Photo:", "（图片"] as [StaticString]
      where text.starts(with: word, at: range.lowerBound, end: range.upperBound) {
        return true
      }
      if isFigure(range) { return true }
    default: break
    }
    return endsWithCredit(range)
  }

  /// Whether a line names a picture by its number: `图1　汽车号牌编码规则`.
  private func isFigure(_ range: Range<Int>) -> Bool {
    guard range.count <= 150, text.triple(at: range.lowerBound, end: range.upperBound) == 0xE59BBE
    else { return false }
    let number = text.skippingSpace(from: range.lowerBound + 3, to: range.upperBound)
    return text.digit(at: number, end: range.upperBound) && !text.endsStatement(range)
  }

  /// Whether a line of credits ends a range: 摄, in brackets or not, `[…/Xinhua]`.
  func endsWithCredit(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    // Markdown sets captions between stars.
    while end > range.lowerBound, text[end - 1] == 0x2A || text[end - 1] == 0x5F { end -= 1 }
    guard end - range.lowerBound >= 6 else { return false }
    switch text[end - 1] {
    case 0x84: return text.triple(at: end - 3, end: end) == 0xE69184
    case 0x89:
      return text.triple(at: end - 3, end: end) == 0xEFBC89
        && text.triple(at: end - 6, end: end) == 0xE69184
    case UInt8(ascii: "]"): return text.starts(with: "/Xinhua]", at: end - 8, end: end)
    case UInt8(ascii: ")"): return text.starts(with: "/Xinhua)", at: end - 8, end: end)
    default: return false
    }
  }

  /// Whether a sentence is a line of credits: `Photo by Ju Peng, a reporter from Xinhua News Agency`, `新华社记者 鞠鹏/摄`.
  func isCredit(_ range: Range<Int>) -> Bool {
    guard range.count <= 180 else { return false }
    switch text.triple(at: range.lowerBound, end: range.upperBound) {
    case 0x50686F:
      return text.starts(with: "Photo by", at: range.lowerBound, end: range.upperBound)
        || text.starts(with: "Photo: ", at: range.lowerBound, end: range.upperBound)
    default: return endsWithCredit(range)
    }
  }

  /// Whether a sentence goes on with what a picture shows, as 这是6月21日下午 does.
  func showsPicture(_ range: Range<Int>) -> Bool {
    text.starts(with: "这是", at: range.lowerBound, end: range.upperBound)
      || text.starts(with: "图为", at: range.lowerBound, end: range.upperBound)
  }

  /// Whether a passage or a sentence names where the copy comes from.
  func isSourceLine(_ range: Range<Int>) -> Bool {
    guard range.count <= 200 else { return false }
    // 来 稿 责 （, and the first three letters of the others.
    switch text.triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE69DA5, 0xE7A8BF, 0xE8B4A3, 0xEFBC88, 0x536F75, 0x28536F, 0x284564:
      for word in [
        "来源：", "来源:", "稿源：", "Source:", "（来源", "(Source", "责任编辑", "责编", "（责任编辑", "（责编", "(Editor",
        "（编辑",
      ] as [StaticString]
      where text.starts(with: word, at: range.lowerBound, end: range.upperBound) {
        return true
      }
      if isWire(range) { return true }
    default: break
    }
    return text.sourceName(in: range) != nil
  }

  /// Whether a line is the name of a site or an agency, a dash, and the document's title or how it begins.
  func namesTitle(_ range: Range<Int>, _ title: [UInt8]) -> Bool {
    guard range.count > 12, range.count <= 300, title.count > 8 else { return false }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 90)
    guard let dash = text.firstPlace(of: " - ", in: head) ?? text.firstPlace(of: " | ", in: head)
    else { return false }
    var same = 0
    while same < title.count, dash + 3 + same < range.upperBound,
      title[same] == text[dash + 3 + same]
    {
      same += 1
    }
    return same == title.count || same > 15
  }

  /// Whether a line of the head says when and where the copy was published: `2024年03月07日 06:42 来源：…`.
  func isPublicationLine(_ range: Range<Int>) -> Bool {
    range.count <= 200 && !text.endsStatement(range)
      && (text.firstPlace(of: "来源：", in: range) != nil
        || text.firstPlace(of: "Source: ", in: range) != nil)
  }

  /// Whether a line is that of an agency: `（新华社北京11月24日电）《人民日报》（2020年11月25日 02版）`.
  private func isWire(_ range: Range<Int>) -> Bool {
    guard text.triple(at: range.lowerBound, end: range.upperBound) == 0xEFBC88 else { return false }
    let inner = range.lowerBound + 3
    return Lexicon.shared.agencies.contains { name in
      inner + name.count <= range.upperBound
        && name.indices.allSatisfy { text[inner + $0] == name[$0] }
    } && text.firstPlace(of: "电）", in: range) != nil
  }
}
