import GazetteDocument

/// Reads the dates and ranges of days that people type behind `date:` and its like.
///
/// A date is `2019`, `2019-05`, `2019-05-03`, with `/` or `.` in place of the dash, as `201905` or `20190503`, or as 2019年5月3日, in
/// digits of either width or Chinese numerals (二〇一九年五月三号). A range is two of them with `..`, `…`, `~`, 至 or 到 between, or a long dash;
/// either may be missing. Of 2019年5月至8月 both ends are of that year. 今 is no end; 以来 and 起 are ranges without
/// one, 以前 and 之前 without a beginning, 以后 and 之后 begin behind the date. White space counts nowhere.
struct QueryDateReader {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.compactMap { scalar in
      if scalar.isQuerySpace { return nil }
      guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0)
    }
  }

  /// The days of a text that is one date.
  func days() -> ClosedRange<Int>? { Self.date(scalars[...])?.days }

  /// The days of a text that is a date or a range.
  func range() -> QueryDateRange? {
    if let days = days() { return QueryDateRange(first: days.lowerBound, last: days.upperBound) }
    for (words, meaning) in Self.endings {
      guard scalars.count > words.count, scalars.suffix(words.count).elementsEqual(words),
        let days = Self.date(scalars.dropLast(words.count))?.days
      else { continue }
      switch meaning {
      case .from: return QueryDateRange(first: days.lowerBound, last: nil)
      case .before: return QueryDateRange(before: days)
      case .after: return QueryDateRange(after: days)
      }
    }
    return separators.lazy.compactMap(range(around:)).first
  }

  /// The days from what stands before a separator to what stands behind it.
  private func range(around separator: Range<Int>) -> QueryDateRange? {
    let (left, right) = (scalars[..<separator.lowerBound], scalars[separator.upperBound...])
    let isOpen = right.isEmpty || right.elementsEqual(["今"])
    guard !left.isEmpty || !isOpen else { return nil }
    let first = Self.date(left)
    guard left.isEmpty == (first == nil) else { return nil }
    if isOpen { return first.map { QueryDateRange(first: $0.days.lowerBound, last: nil) } }
    guard let last = Self.date(right) ?? first.flatMap({ Self.date(right, after: $0) }) else {
      return nil
    }
    return QueryDateRange(first: first?.days.lowerBound, last: last.days.upperBound)
  }

  /// Where a mark may part two dates: those that can be nothing else first, then dashes, which may also stand in a date.
  private var separators: [Range<Int>] {
    runs { $0 == "." || $0 == "…" }
      .filter { $0.count > 1 || scalars[$0.lowerBound] == "…" }
      + runs { $0 == "~" || $0 == "〜" || $0 == "至" || $0 == "到" }
      + runs { $0 == "–" || $0 == "—" || $0 == "―" } + runs { $0 == "-" }
  }

  private func runs(_ isPart: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, isPart(scalars[end]) { end += 1 }
      if end > start { runs.append(start..<end) }
      start = max(end, start + 1)
    }
    return runs
  }

  private enum Ending { case from, before, after }

  /// What may stand behind a date and makes a range of it.
  private static let endings: [([Unicode.Scalar], Ending)] = [
    (["以", "来"], .from), (["起"], .from), (["以", "前"], .before), (["之", "前"], .before),
    (["以", "后"], .after), (["之", "后"], .after),
  ]
}

extension QueryDateReader {
  /// A date as it was read.
  private struct Date {
    let year: Int
    let month: Int?
    let days: ClosedRange<Int>

    init?(year: Int, month: Int? = nil, day: Int? = nil) {
      guard let days = QueryDateRange.days(year: year, month: month, day: day) else { return nil }
      (self.year, self.month, self.days) = (year, month, days)
    }
  }

  /// The numbers of a date and the marks behind them; the last mark may be missing.
  private static func parts(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (numbers: [ArraySlice<Unicode.Scalar>], marks: [Unicode.Scalar])? {
    var numbers: [ArraySlice<Unicode.Scalar>] = []
    var marks: [Unicode.Scalar] = []
    var rest = text
    while !rest.isEmpty {
      guard numbers.count < 3 else { return nil }
      let number = rest.prefix { !isMark($0) }
      numbers.append(number)
      rest = rest[number.endIndex...]
      if let mark = rest.popFirst() { marks.append(mark) }
    }
    return (numbers, marks)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "号", "號", "-", "/", ".", "–", "—", "―": true
    default: false
    }
  }

  private static func date(_ text: ArraySlice<Unicode.Scalar>) -> Date? {
    guard text.count <= 16, let (numbers, marks) = parts(text), let first = numbers.first else {
      return nil
    }
    if marks.isEmpty, first.count > 4 { return compact(first) }
    guard first.count == 4, marks.count >= numbers.count - 1 else { return nil }
    // A mark at the end belongs to the number before it.
    if marks.count == numbers.count, let last = marks.last, ["-", "/", "."].contains(last) {
      return nil
    }
    for (place, mark) in marks.enumerated() {
      let own: [Unicode.Scalar] = [["年"], ["月"], ["日", "号", "號"]][place]
      let isOther = ["年", "月", "日", "号", "號"].contains(mark) && !own.contains(mark)
      if isOther { return nil }
    }
    var values: [Int] = []
    for (place, number) in numbers.enumerated() {
      guard place == 0 || (1...3).contains(number.count), let value = value(number) else {
        return nil
      }
      values.append(value)
    }
    return Date(
      year: values[0], month: values.count > 1 ? values[1] : nil,
      day: values.count > 2 ? values[2] : nil)
  }

  /// `201905` and `20190503`.
  private static func compact(_ digits: ArraySlice<Unicode.Scalar>) -> Date? {
    guard digits.count == 6 || digits.count == 8, digits.allSatisfy({ $0.asciiDigit != nil }),
      let number = value(digits)
    else { return nil }
    return digits.count == 6
      ? Date(year: number / 100, month: number % 100)
      : Date(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// 8月, 8月15日 and 15日 behind a date that has the year, or the year and the month.
  private static func date(_ text: ArraySlice<Unicode.Scalar>, after first: Date) -> Date? {
    guard text.count <= 8, let (numbers, marks) = parts(text), numbers.count == marks.count else {
      return nil
    }
    let values = numbers.compactMap(value)
    guard values.count == numbers.count else { return nil }
    switch (marks.first, marks.last, values.count) {
    case ("月", _, 1): return Date(year: first.year, month: values[0])
    case ("月", "日", 2), ("月", "号", 2):
      return Date(year: first.year, month: values[0], day: values[1])
    case ("日", _, 1), ("号", _, 1):
      return first.month.flatMap { Date(year: first.year, month: $0, day: values[0]) }
    default: return nil
    }
  }

  /// The value of digits or of a Chinese numeral; of four places it is a row of digits.
  private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !digits.isEmpty else { return nil }
    if digits.allSatisfy({ $0.asciiDigit != nil }) {
      guard digits.count <= 8 else { return nil }
      return digits.reduce(0) { $0 * 10 + ($1.asciiDigit ?? 0) }
    }
    guard digits.allSatisfy({ !$0.isASCII }) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: digits)
    return ChineseNumeral.value(of: String(text))
  }
}
