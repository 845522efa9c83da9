internal import GazetteDocument

/// What stands before and in the first tag of a text that may be XML.
struct XMLRoot {
  /// Whether an XML declaration begins the text.
  private(set) var isDeclared = false
  /// The name of the first element without its prefix, in lower case; `nil` when there is none.
  private(set) var name: String?
  /// Whether its tag names a namespace other than that of pages.
  private(set) var hasNamespace = false

  /// How far the first element is looked for.
  private static let sample = 64 << 10

  init(_ text: Span<UInt8>, from start: Int) {
    let end = min(text.count, start + XMLRoot.sample)
    var position = start
    isDeclared = text.starts(with: "<?xml", at: start, end: end)
    while let tag = text.firstPlace(of: "<", in: position..<end) {
      let next = tag + 1
      guard next < end else { return }
      if text[next] == UInt8(ascii: "?") {
        position = text.firstPlace(of: "?>", in: next..<end) ?? end
      } else if text.starts(with: "!--", at: next, end: end) {
        position = text.firstPlace(of: "-->", in: next..<end) ?? end
      } else if text[next] == UInt8(ascii: "!") {
        position = next
        var depth = 0
        while position < end, depth > 0 || text[position] != UInt8(ascii: ">") {
          if text[position] == UInt8(ascii: "[") { depth += 1 }
          if text[position] == UInt8(ascii: "]") { depth -= 1 }
          position += 1
        }
      } else {
        read(text, from: next, to: end)
        return
      }
    }
  }

  private mutating func read(_ text: Span<UInt8>, from start: Int, to end: Int) {
    guard text[start].isLetter || text[start] == 0x5F || text[start] >= 0x80 else { return }
    var position = start
    var nameStart = start
    while position < end, !text[position].isSpace, text[position] != UInt8(ascii: ">"),
      text[position] != UInt8(ascii: "/")
    {
      if text[position] == UInt8(ascii: ":") { nameStart = position + 1 }
      position += 1
    }
    guard nameStart < position else { return }
    name = text.string(in: nameStart..<position).lowercased()
    let close = text.firstPlace(of: ">", in: position..<end) ?? end
    hasNamespace =
      text.firstPlace(of: "xmlns", in: position..<close) != nil
      && text.firstPlace(of: "www.w3.org/1999/xhtml", in: position..<close) == nil
  }
}
