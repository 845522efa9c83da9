/// Takes the marks of Markdown out of a line: emphasis, links, notes, code marks, escapes, tags.
struct MarkdownLine {
  private let utf8: [UInt8]
  private let end: Int
  private var at: Int

  init(_ utf8: [UInt8], _ range: Range<Int>) {
    self.utf8 = utf8
    at = range.lowerBound
    end = range.upperBound
  }

  /// Adds the words of the line to a paragraph.
  mutating func append(to paragraph: inout DraftParagraph) {
    // What closes the words of a link, and where the link leads.
    var links: [(close: Int, end: Int, target: String)] = []
    while at < end {
      if let link = links.last, link.close == at {
        paragraph.refer(to: link.target)
        at = link.end
        links.removeLast()
        continue
      }
      switch utf8[at] {
      case 0x5C where at + 1 < end && Self.isMark(utf8[at + 1]):
        paragraph.append(utf8[at + 1], at: at + 1)
        at += 2
      case 0x2A, 0x5F:
        let length = utf8[at..<end].prefix { $0 == utf8[at] }.count
        if length > 3 || !isEmphasis(length) {
          for place in at..<at + length { paragraph.append(utf8[place], at: place) }
        }
        at += length
      case 0x60: at += 1
      case 0x5B:
        if let note = note() {
          paragraph.refer(to: "[^" + note.name)
          at = note.end
        } else if let link = link() {
          links.append(link)
          at += 1
        } else {
          take(&paragraph)
        }
      case 0x3C:
        if let tagEnd = tagEnd() { at = tagEnd } else { take(&paragraph) }
      default: take(&paragraph)
      }
    }
  }

  private mutating func take(_ paragraph: inout DraftParagraph) {
    paragraph.append(utf8[at], at: at)
    at += 1
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Whether a run of `*` or `_` marks emphasis: it touches a word on one side, and `_` does not stand within one.
  private func isEmphasis(_ length: Int) -> Bool {
    let before: UInt8 = at > 0 ? utf8[at - 1] : 0x20
    let after: UInt8 = at + length < end ? utf8[at + length] : 0x20
    guard before > 0x20 || after > 0x20 else { return false }
    if utf8[at] == 0x5F { return !(Self.isWord(before) && Self.isWord(after)) }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  /// A reference to a note: `[^1]`.
  private func note() -> (name: String, end: Int)? {
    guard at + 2 < end, utf8[at + 1] == 0x5E, let close = utf8[at..<end].firstIndex(of: 0x5D) else {
      return nil
    }
    return (String(decoding: utf8[at + 2..<close], as: UTF8.self), close + 1)
  }

  /// A link: `[words](target "title")`.
  private func link() -> (close: Int, end: Int, target: String)? {
    var depth = 0
    var place = at
    while place < end {
      if utf8[place] == 0x5B { depth += 1 }
      if utf8[place] == 0x5D {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    guard place + 1 < end, utf8[place + 1] == 0x28,
      let close = utf8[place..<end].firstIndex(of: 0x29)
    else { return nil }
    let target = utf8[place + 2..<close].prefix { $0 != 0x20 }
    return (place, close + 1, String(decoding: target, as: UTF8.self))
  }

  /// The end of a tag of HTML.
  private func tagEnd() -> Int? {
    guard at + 1 < end, utf8[at + 1] == 0x2F || (utf8[at + 1] | 0x20) &- 0x61 < 26 else {
      return nil
    }
    return utf8[at..<end].prefix(200).firstIndex(of: 0x3E).map { $0 + 1 }
  }
}
