internal import GazetteDocument

/// A line that holds a date and nothing else, as under a title or a sign-off.
struct DateLine {
  /// The date.
  let value: CalendarDate
  /// Where the date stands.
  let range: Range<Int>

  /// Reads a line; `nil` when it is no date, or has further words.
  @inline(__always)
  init?(_ text: Span<UInt8>, in line: Range<Int>) {
    // Asked of nearly every line, and nearly none is one.
    guard line.count >= 8, line.count <= 150, DateLine.mayEnd(text[line.upperBound - 1]),
      let found = DateLine(reading: text, line)
    else { return nil }
    self = found
  }

  private init?(reading text: Span<UInt8>, _ line: Range<Int>) {
    var start = line.lowerBound
    var end = line.upperBound
    var isBracketed = true
    if text[start] == 0x28, text[end - 1] == 0x29 {
      (start, end) = (start + 1, end - 1)
    } else if text.triple(at: start, end: end) == 0xEFBC88,
      text.triple(at: end - 3, end: end) == 0xEFBC89
    {
      (start, end) = (start + 3, end - 3)
    } else {
      isBracketed = false
      guard line.count <= 60, DateLine.endsAsDate(text[end - 1]) else { return nil }
    }
    let inner = text.trimmed(start..<end)
    guard let found = DateReader(text).date(in: inner), found.value.day != nil else { return nil }
    // A time of day may follow, or 印发.
    var rest = text.skippingSpace(from: found.end, to: inner.upperBound)
    while rest < inner.upperBound, text[rest].isDigit || text[rest] == 0x3A { rest += 1 }
    if text.starts(with: "印发", at: rest, end: inner.upperBound) { rest += 6 }
    // （2020年5月12日，县会议中心）: under the title of a speech the place follows.
    let comma = text.triple(at: rest, end: inner.upperBound) == 0xEFBC8C
    let place = isBracketed && rest < inner.upperBound && (comma || text[rest] == 0x2C)
    guard rest == inner.upperBound || place else { return nil }
    value = found.value
    range = inner.lowerBound..<found.end
  }

  /// Whether a line that ends with a byte may be a date, in brackets or not.
  @inline(__always)
  private static func mayEnd(_ last: UInt8) -> Bool {
    endsAsDate(last) || last == 0x29 || last == 0x89
  }

  /// Whether a line that ends with a byte may be a date without brackets: 日, 发, a digit, or the colon of a time.
  private static func endsAsDate(_ last: UInt8) -> Bool {
    last == 0xA5 || last == 0x91 || last.isDigit || last == 0x3A
  }
}
