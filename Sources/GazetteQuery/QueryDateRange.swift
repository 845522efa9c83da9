/// A range of days, open on either side.
public struct QueryDateRange: Sendable, Hashable, CustomStringConvertible {
  /// The first day as a number `YYYYMMDD`; `nil` when the range has no beginning.
  public let first: Int?
  /// The last day as a number `YYYYMMDD`; `nil` when the range has no end.
  public let last: Int?

  init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  /// Reads `2019`, `2019-05`, `2019-05-03`, `2018..2020`, `2019-05..` or `..2019`; `nil` for anything else.
  ///
  /// Full-width digits, `2019年5月3日`, `2019/5/3` and a dash between two years (`2018-2020`) are taken as well.
  init?(_ text: String) {
    let folded = QueryDateRange.folded(text)
    if let dots = QueryDateRange.dots(in: folded) {
      let (left, right) = (folded[..<dots.lowerBound], folded[dots.upperBound...])
      let first = left.isEmpty ? nil : QueryDateRange.days(left)
      let last = right.isEmpty ? nil : QueryDateRange.days(right)
      guard left.isEmpty == (first == nil), right.isEmpty == (last == nil) else { return nil }
      guard first != nil || last != nil else { return nil }
      self.init(first: first?.lowerBound, last: last?.upperBound)
    } else if let days = QueryDateRange.days(folded[...]) {
      self.init(first: days.lowerBound, last: days.upperBound)
    } else {
      let years = folded.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard years.count == 2, years.allSatisfy({ $0.count == 4 }),
        let first = QueryDateRange.days(years[0]), let last = QueryDateRange.days(years[1])
      else { return nil }
      self.init(first: first.lowerBound, last: last.upperBound)
    }
    if let first = self.first, let last = self.last, first > last { return nil }
  }

  /// The days before a date, year or month; `nil` when the text is none.
  init?(before text: String) {
    guard let days = QueryDateRange.days(QueryDateRange.folded(text)[...]) else { return nil }
    let (year, month, day) = QueryDateRange.parts(days.lowerBound)
    if day > 1 {
      self.init(first: nil, last: days.lowerBound - 1)
    } else if month > 1 {
      let last = QueryDateRange.length(ofMonth: month - 1, year: year)
      self.init(first: nil, last: year * 10_000 + (month - 1) * 100 + last)
    } else {
      self.init(first: nil, last: (year - 1) * 10_000 + 1231)
    }
  }

  /// The days after a date, year or month; `nil` when the text is none.
  init?(after text: String) {
    guard let days = QueryDateRange.days(QueryDateRange.folded(text)[...]) else { return nil }
    let (year, month, day) = QueryDateRange.parts(days.upperBound)
    if day < QueryDateRange.length(ofMonth: month, year: year) {
      self.init(first: days.upperBound + 1, last: nil)
    } else if month < 12 {
      self.init(first: year * 10_000 + (month + 1) * 100 + 1, last: nil)
    } else {
      self.init(first: (year + 1) * 10_000 + 101, last: nil)
    }
  }

  /// The range as a query writes it: in years where it has whole years.
  public var description: String {
    let isWhole =
      first.map { $0 % 10_000 == 101 } ?? true && last.map { $0 % 10_000 == 1231 } ?? true
    let texts = [first, last].map { day in
      day.map { isWhole ? Self.padded($0 / 10_000, 4) : Self.isoText($0) } ?? ""
    }
    return texts[0] == texts[1] ? texts[0] : texts[0] + ".." + texts[1]
  }

  private static func isoText(_ day: Int) -> String {
    let (year, month, day) = parts(day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func parts(_ day: Int) -> (Int, Int, Int) {
    (day / 10_000, day / 100 % 100, day % 100)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension QueryDateRange {
  /// The text with digits and dots in ASCII, and `-` for the marks that part year, month and day.
  fileprivate static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "０"..."９": bytes.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30))
      case "．": bytes.append(UInt8(ascii: "."))
      case "…": bytes += [0x2E, 0x2E]
      case "年", "月", "/", "－", "–", "—": bytes.append(UInt8(ascii: "-"))
      case "日": break
      default: bytes.append(scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0)
      }
    }
    // 2019年 and 2019年5月 end in what became a dash.
    if text.unicodeScalars.last == "年" || text.unicodeScalars.last == "月" { bytes.removeLast() }
    return bytes
  }

  /// The first run of at least two dots.
  fileprivate static func dots(in bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] == 0x2E { end += 1 }
      if end - start > 1 { return start..<end }
      start = max(end, start + 1)
    }
    return nil
  }

  /// The days that `YYYY`, `YYYY-M` or `YYYY-M-D` can mean.
  fileprivate static func days(_ bytes: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    let trimmed = bytes.last == 0x2D && bytes.count > 5 ? bytes.dropLast() : bytes
    let parts = trimmed.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
    var numbers: [Int] = []
    for (index, part) in parts.enumerated() {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }), index == 0 || (1...2) ~= part.count
      else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    let year = numbers[0]
    guard year >= 1 else { return nil }
    guard numbers.count > 1 else { return year * 10_000 + 101...year * 10_000 + 1231 }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    let length = length(ofMonth: month, year: year)
    let start = year * 10_000 + month * 100
    guard numbers.count > 2 else { return start + 1...start + length }
    guard (1...length).contains(numbers[2]) else { return nil }
    return start + numbers[2]...start + numbers[2]
  }
}
