/// A number as it is printed in front of a heading, a paragraph or an item: `第三条`, `（一）`, `2.`, `Article 4`.
package struct NumberMark: Sendable, Hashable {
  /// The ways of numbering that are told apart, the weightier first within each of the two Chinese chains.
  package enum Style: UInt8, Sendable, Hashable, CaseIterable {
    /// 附件1, Annex 1, Schedule 1.
    case annex
    /// 第一编, Part 1.
    case part
    /// 第一分编.
    case subpart
    /// 第一章, Chapter 1.
    case chapter
    /// 第一节, Section 1.
    case section
    /// 第一条, Article 1.
    case article
    /// 第一款.
    case clause
    /// 第一项, 第（一）项.
    case item
    /// 第一目.
    case point
    /// I.
    case roman
    /// A.
    case capital
    /// 一、
    case hanComma
    /// （一）
    case hanBracket
    /// `1　总则`: a number set apart by white space alone.
    case decimal1
    /// 1. or 1、
    case digit
    /// 1.1
    case decimal2
    /// 1.1.1
    case decimal3
    /// （1）
    case digitBracket
    /// ①
    case circled
    /// 1)
    case halfBracket
    /// a.
    case letter
    /// (a)
    case letterBracket
    /// (i)
    case romanBracket
  }

  /// The way of numbering.
  package let style: Style
  /// The last number of the mark: 3 for `第三条`, 2 for `1.2`.
  package let value: Int
  /// The printed mark, as bytes of the text: `第三条`, `一、`.
  package let range: Range<Int>
  /// Where the words behind the mark begin.
  package let content: Int

  /// Reads the mark that begins a stretch of valid UTF-8; `nil` when none does.
  ///
  /// What only looks like a mark (`1.5倍`, `一、二产业`, `第三条规定`) is none.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - range: The stretch.
  ///   - isCited: Whether `Article 4(2)` is wanted, which in running text is a citation and numbers nothing.
  package init?(_ text: Span<UInt8>, in range: Range<Int>, isCited: Bool = false) {
    guard let lead = range.isEmpty ? nil : text[range.lowerBound] else { return nil }
    let reader = NumberMarkReader(
      start: range.lowerBound, end: range.upperBound, isCited: isCited)
    let found: (Style, Int, Int)?
    switch lead {
    case 0x30...0x39: found = reader.digits(text)
    case 0x28: found = reader.bracket(text, width: 1)
    case 0x41...0x5A, 0x61...0x7A: found = reader.letters(text)
    case 0xE2: found = reader.enclosed(text)
    case 0xE3...0xE9: found = reader.han(text)
    case 0xEF: found = reader.fullWidth(text)
    default: found = nil
    }
    guard let found, found.2 > range.lowerBound else { return nil }
    style = found.0
    value = found.1
    self.range = range.lowerBound..<found.2
    content = text.skippingSpace(from: found.2, to: range.upperBound)
  }
}
