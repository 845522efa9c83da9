internal import GazetteDocument

/// The line with which an agency opens a report: 新华社北京3月6日电, `BEIJING, March 6 (Xinhua) --`.
struct Dateline {
  /// The name of the agency.
  private(set) var agency: Range<Int>
  /// The month and the day.
  private(set) var month: Int
  private(set) var day: Int
  /// The year, where the line says it.
  private(set) var year: Int?
  /// Where the date stands.
  private(set) var range: Range<Int>

  /// Looks at the first lines of a text; `nil` when none opens a report.
  init?(_ text: Span<UInt8>, blocks: [Block], own: [Int]) {
    for index in own.prefix(6) {
      let range = blocks[index].range
      let first = text[range.lowerBound]
      guard first >= 0x80 || first.isUppercase || first == 0x28 || first == 0x2A else { continue }
      if let found = Dateline.chinese(text, range) ?? Dateline.english(text, range) {
        self = found
        return
      }
    }
    return nil
  }

  private init(agency: Range<Int>, month: Int, day: Int, year: Int?, range: Range<Int>) {
    self.agency = agency
    self.month = month
    self.day = day
    self.year = year
    self.range = range
  }

  /// The day, if the year is known.
  func date(inYear year: Int?) -> CalendarDate? {
    guard let year = self.year ?? year else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func chinese(_ text: Span<UInt8>, _ line: Range<Int>) -> Dateline? {
    let bracket = text.triple(at: line.lowerBound, end: line.upperBound)
    let start = bracket == 0xEFBC88 || bracket == 0xE38090 ? line.lowerBound + 3 : line.lowerBound
    let head = start..<min(line.upperBound, start + 120)
    guard let agency = agencyLength(text, at: head).map({ start..<start + $0 }) else { return nil }
    var position = agency.upperBound
    var scalars = 0
    while position < head.upperBound, scalars <= 12 {
      if text.digit(at: position, end: head.upperBound) {
        return dated(text, agency, from: position, head.upperBound)
      }
      guard text.isHan(at: position, end: head.upperBound) else { return nil }
      position += 3
      scalars += 1
    }
    return nil
  }

  /// 3月6日电, 2020年3月6日讯.
  private static func dated(
    _ text: Span<UInt8>, _ agency: Range<Int>, from start: Int, _ end: Int
  ) -> Dateline? {
    var year: Int?
    var position = start
    if let date = DateReader(text).date(in: start..<end), let month = date.value.month,
      let day = date.value.day
    {
      return isOpening(text, date.end, end)
        ? Dateline(
          agency: agency, month: month, day: day, year: date.value.year, range: start..<date.end)
        : nil
    }
    let reader = NumberReader(text: text)
    guard let month = reader.digits(from: position, end), month.value <= 12,
      text.triple(at: month.end, end: end) == 0xE69C88,  // 月
      let day = reader.digits(from: month.end + 3, end), day.value <= 31,
      text.triple(at: day.end, end: end) == 0xE697A5  // 日
    else { return nil }
    position = day.end + 3
    year = nil
    guard isOpening(text, position, end) else { return nil }
    return Dateline(
      agency: agency, month: month.value, day: day.value, year: year, range: start..<position)
  }

  /// Whether 电 or 讯 stands at a place.
  private static func isOpening(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    let sign = text.triple(at: text.skippingSpace(from: position, to: end), end: end)
    return sign == 0xE794B5 || sign == 0xE8AEAF || sign == 0xE99BBB || sign == 0xE8A88A
  }

  /// The length of the name of an agency at the start of a range.
  private static func agencyLength(_ text: Span<UInt8>, at range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let first = text[range.lowerBound]
    guard Lexicon.shared.agencyStarts[Int(first.isUppercase ? first | 0x20 : first)] else {
      return nil
    }
    var best: Int?
    for name in Lexicon.shared.agencies where name.count <= range.count && name.count > best ?? 0 {
      var matches = true
      for (offset, byte) in name.enumerated() {
        let own = text[range.lowerBound + offset]
        if (own.isUppercase ? own | 0x20 : own) != byte {
          matches = false
          break
        }
      }
      if matches { best = name.count }
    }
    return best
  }

  /// `BEIJING, March 6 (Xinhua) --`, `Xinhua News Agency, Beijing, March 6th`.
  private static func english(_ text: Span<UInt8>, _ line: Range<Int>) -> Dateline? {
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 120)
    if let length = agencyLength(text, at: head) {
      let agency = head.lowerBound..<head.lowerBound + length
      guard let comma = text.firstPlace(of: ", ", in: agency.upperBound..<head.upperBound),
        comma == agency.upperBound,
        let date = monthDay(text, in: comma..<head.upperBound)
      else { return nil }
      return Dateline(
        agency: agency, month: date.month, day: date.day, year: date.year, range: date.range)
    }
    // The place is in capitals.
    guard let comma = text.firstPlace(of: ",", in: head), comma - head.lowerBound >= 3,
      comma - head.lowerBound <= 40
    else { return nil }
    for index in head.lowerBound..<comma
    where !text[index].isUppercase && text[index] != 0x20 && text[index] != 0x27
      && text[index] != 0x2D
    {
      return nil
    }
    guard let date = monthDay(text, in: comma..<head.upperBound),
      let open = text.firstPlace(of: "(", in: date.range.upperBound..<head.upperBound),
      open - date.range.upperBound <= 2,
      let length = agencyLength(text, at: open + 1..<head.upperBound)
    else { return nil }
    return Dateline(
      agency: open + 1..<open + 1 + length, month: date.month, day: date.day, year: date.year,
      range: date.range)
  }

  /// The first month with its day in a range.
  private static func monthDay(
    _ text: Span<UInt8>, in range: Range<Int>
  ) -> (month: Int, day: Int, year: Int?, range: Range<Int>)? {
    let reader = DateReader(text)
    var position = range.lowerBound
    while position < range.upperBound {
      let startsWord =
        text[position].isUppercase && (position == 0 || !text[position - 1].isLetter)
      if startsWord {
        if let date = reader.date(in: position..<range.upperBound), let month = date.value.month,
          let day = date.value.day
        {
          return (month, day, date.value.year, position..<date.end)
        }
        if let found = reader.monthAndDay(in: position..<range.upperBound) {
          return (found.month, found.day, nil, position..<found.end)
        }
      }
      position += 1
    }
    return nil
  }
}
