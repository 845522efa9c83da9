internal import GazetteDocument

/// The bracket under a title that tells who issued the paper, when, and under which number: （某政办发〔2019〕27号，某办公室2019年7月4日印发）,
/// `(Issued by the Example Bureau on 26 February 2024, Shi Fa [2024] No. 3)`.
struct IssueNote {
  /// The name of the issuer.
  private(set) var issuer: Range<Int>?
  /// The number, which the Chinese form has in front and the English one behind.
  private(set) var number: (value: DocumentNumber, range: Range<Int>)?

  /// The day.
  private(set) var date: (value: CalendarDate, range: Range<Int>)?

  /// Reads a line; `nil` when it says anything else.
  init?(_ text: Span<UInt8>, in line: Range<Int>) {
    guard line.count >= 24, line.count <= 600 else { return nil }
    if text.triple(at: line.lowerBound, end: line.upperBound) == 0xEFBC88 {
      readChinese(text, line.lowerBound + 3..<line.upperBound)
    } else if text.starts(with: "(Issued by ", at: line.lowerBound, end: line.upperBound) {
      readEnglish(text, line.lowerBound + 11..<line.upperBound)
    }
    if issuer == nil { return nil }
  }

  /// The first day that is followed by 印发 or the like, and the name in front of it.
  private mutating func readChinese(_ text: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    if let found = NumberReader(text: text).number(in: range), !found.value.code.isEmpty {
      start = text.skippingSpace(from: found.end, to: range.upperBound)
      if text.triple(at: start, end: range.upperBound) == 0xEFBC8C { start += 3 }
    }
    guard start < range.upperBound,
      let date = DateReader(text).firstDate(in: start..<range.upperBound), date.value.day != nil
    else { return }
    let verb = text.skippingSpace(from: date.range.upperBound, to: range.upperBound)
    let issues = (["印发", "发布", "公布"] as [StaticString]).contains {
      text.starts(with: $0, at: verb, end: range.upperBound)
    }
    let name = text.trimmed(start..<date.range.lowerBound)
    if issues, TitlePattern(text: text).isBodies(name) { issuer = name }
  }

  private mutating func readEnglish(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard let on = text.firstPlace(of: " on ", in: range) else { return }
    var name = text.trimmed(range.lowerBound..<on)
    if text.starts(with: "the ", at: name.lowerBound, end: name.upperBound) {
      name = name.lowerBound + 4..<name.upperBound
    }
    guard EnglishTitle.isBody(text, name) else { return }
    issuer = name
    if let day = DateReader(text).date(in: text.trimmed(on + 4..<range.upperBound)),
      day.value.day != nil
    {
      date = (day.value, on + 4..<day.end)
    }
    guard let sign = text.firstPlace(of: "] No. ", in: on..<range.upperBound) else { return }
    var start = sign
    while start > on, text[start - 1] != 0x2C, text[start - 1] != 0x28 { start -= 1 }
    var end = sign + 6
    while end < range.upperBound, text[end].isDigit { end += 1 }
    let place = text.trimmed(start..<end)
    number = LatinNumberReader(text: text).whole(place).map { ($0, place) }
  }
}
