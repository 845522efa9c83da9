internal import GazetteDocument

/// A line of the head that gives the number of the paper itself, with what may stand around it there.
struct NumberLine {
  /// The number.
  let value: DocumentNumber
  /// Where it stands.
  let range: Range<Int>

  /// Reads a line; `nil` when it says anything else.
  ///
  /// - Parameters:
  ///   - text: The source text.
  ///   - line: The line.
  ///   - before: The line above, which names the order or the announcement whose number stands alone: 中华人民共和国国务院令.
  init?(_ text: Span<UInt8>, in line: Range<Int>, after before: Range<Int>? = nil) {
    guard line.count >= 6, line.count <= 200 else { return nil }
    let range = NumberLine.withoutBrackets(text, line)
    guard !range.isEmpty else { return nil }
    if text[range.lowerBound] < 0x80 {
      if let found = LawNumberReader.number(text, in: range) {
        (value, self.range) = (found, range)
        return
      }
      if let before, let found = LawNumberReader.number(text, in: range, under: before) {
        (value, self.range) = (found, before.lowerBound..<range.upperBound)
        return
      }
    }
    if text[range.lowerBound].isUppercase {
      guard let found = LatinNumberReader(text: text).whole(range) else { return nil }
      (value, self.range) = (found, range)
      return
    }
    if let before, let found = NumberReader(text: text).bare(in: range),
      found.end == range.upperBound, NumberLine.isHeadOfMinutes(text, before)
    {
      (value, self.range) = (found.value, range)
      return
    }
    guard let found = NumberReader(text: text).number(in: range) else { return nil }
    guard found.end == range.upperBound else {
      // （样扶组发〔2020〕8号　样本县某某小组2020年3月20日印发）, and 国发〔2015〕34号　　签发人：某某, as papers to a superior have
      // it.
      let signer = text.skippingSpace(from: found.end, to: range.upperBound)
      guard range != line || text.starts(with: "签发人", at: signer, end: range.upperBound),
        found.value.year != nil, !found.value.code.isEmpty,
        text.spaceLength(at: found.end, end: range.upperBound) > 0
          || text.triple(at: found.end, end: range.upperBound) == 0xEFBC8C  // ，
      else { return nil }
      (value, self.range) = (found.value, range.lowerBound..<found.end)
      return
    }
    if !found.value.code.isEmpty {
      (value, self.range) = (found.value, range)
      return
    }
    guard let before, let name = NumberLine.order(text, before) else { return nil }
    value = DocumentNumber(
      code: CitationLexicon.shared.normalised(name), year: found.value.year,
      serial: found.value.serial)
    self.range = before.lowerBound..<range.upperBound
  }

  /// Whether a line is the letterhead of minutes, whose numbers have no code: 示例县人民政府专题会议纪要.
  private static func isHeadOfMinutes(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count <= 120 && text.solid(in: line).suffix(6).elementsEqual("纪要".utf8)
  }

  /// The name of an order or an announcement that a line holds and nothing else, its white space left out.
  private static func order(_ text: Span<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard line.count <= 120 else { return nil }
    let name = text.solid(in: line)
    for noun in ["令", "公告", "通告", "公报"] where name.count > noun.utf8.count + 3 {
      if name.suffix(noun.utf8.count).elementsEqual(noun.utf8) { return name }
    }
    return nil
  }

  private static func withoutBrackets(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    let range = text.trimmed(line)
    guard range.count > 6 else { return range }
    if text[range.lowerBound] == 0x28, text[range.upperBound - 1] == 0x29 {
      return text.trimmed(range.lowerBound + 1..<range.upperBound - 1)
    }
    if text.triple(at: range.lowerBound, end: range.upperBound) == 0xEFBC88,
      text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xEFBC89
    {
      return text.trimmed(range.lowerBound + 3..<range.upperBound - 3)
    }
    return range
  }
}
