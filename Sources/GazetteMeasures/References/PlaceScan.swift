import GazetteDocument

/// Finds printed numbers of places in a stretch of a text: 第三条第二款, `Article 4(2)`.
struct PlaceScan {
  /// A number with its place.
  struct Place {
    let number: SectionNumber
    let bytes: Range<Int>
  }

  private(set) var places: [Place] = []

  /// Scans a stretch of UTF-8; linear in its length.
  init(_ text: [UInt8], in bytes: Range<Int>) {
    var at = bytes.lowerBound
    while at < bytes.upperBound {
      let byte = text[at]
      var end: Int?
      if byte == 0xE7, PlaceScan.isMark(text, at) {
        end = PlaceScan.chineseEnd(text, at, bytes.upperBound)
      } else if byte &- 0x41 < 26, at == bytes.lowerBound || !text[at - 1].isLetter {
        end = PlaceScan.englishEnd(text, at, bytes.upperBound)
      }
      if let end, let number = SectionNumber(String(decoding: text[at..<end], as: UTF8.self)) {
        places.append(Place(number: number, bytes: at..<end))
        at = end
      } else {
        at += 1
      }
    }
  }

  /// Whether 第 stands at a place.
  private static func isMark(_ text: [UInt8], _ at: Int) -> Bool {
    at + 2 < text.count && text[at] == 0xE7 && text[at + 1] == 0xAC && text[at + 2] == 0xAC
  }

  /// The end of 第…条第…款第（…）项; `nil` where none of these units follows a numeral.
  private static func chineseEnd(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var at = start
    var end: Int?
    while at < limit, isMark(text, at) {
      at += 3
      let isBracketed =
        at + 2 < limit && text[at] == 0xEF && text[at + 1] == 0xBC && text[at + 2] == 0x88
      if isBracketed { at += 3 }
      guard let numeral = ChineseNumeral.prefix(of: text.span, in: at..<limit) else { break }
      at = numeral.end
      if isBracketed { at += 3 }
      guard at + 2 < limit, isUnit(text[at..<at + 3]) else { break }
      at += 3
      end = at
    }
    return end
  }

  /// 条, 款, 项, 章, 节 or 目.
  private static func isUnit(_ sign: ArraySlice<UInt8>) -> Bool {
    units.contains { sign.elementsEqual($0) }
  }

  private static let units = ["条", "款", "项", "章", "节", "目"].map { Array($0.utf8) }

  private static let words = [
    "article", "section", "chapter", "part", "annex", "schedule", "paragraph", "clause", "item",
  ].map { Array($0.utf8) }

  /// The end of `Article 4(2)(a)`; `nil` where no number follows the word.
  private static func englishEnd(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var at = start
    while at < limit, text[at].isLetter { at += 1 }
    let word = text[start..<at].map { $0 | 0x20 }
    guard words.contains(word), at < limit, text[at] == 0x20 else { return nil }
    at += 1
    guard at < limit, text[at] &- 0x30 < 10 || text[at] == 0x28 else { return nil }
    var end = at
    while end < limit {
      let byte = text[end]
      if byte &- 0x30 < 10 || byte == 0x28 || byte == 0x29 {
        end += 1
      } else if byte.isLetter, text[end - 1] == 0x28, end + 1 < limit,
        text[end + 1] == 0x29 || text[end + 1].isLetter
      {
        end += 1
      } else if byte.isLetter, text[end - 1].isLetter {
        end += 1
      } else if byte == 0x2E, end + 1 < limit, text[end + 1] &- 0x30 < 10 {
        end += 1
      } else {
        break
      }
    }
    while end > at, text[end - 1] == 0x28 { end -= 1 }
    return end > at ? end : nil
  }
}
