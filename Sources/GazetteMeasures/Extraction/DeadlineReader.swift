import GazetteDocument

/// Reads the normal form of a deadline out of its words.
struct DeadlineReader {
  let text: [UInt8]
  /// The document's date, from which relative deadlines are counted.
  let written: CalendarDate?

  /// What the words say; `nil` where they could not be read.
  func deadline(in range: Range<Int>) -> Deadline? {
    let words = CueText(text, in: range)
    return words.bytes.contains { $0 >= 0xE3 } ? chinese(words) : english(words)
  }

  private func chinese(_ words: CueText) -> Deadline? {
    for word in ["尽快", "及时", "立即", "尽早", "适时", "第一时间", "抓紧", "早日", "长期", "近期", "随时", "即时"]
      as [StaticString]
    where words.hasPrefix(word) {
      return Deadline(form: .soft)
    }
    var year: Int?
    var month: Int?
    var day: Int?
    var count: Int?
    var years: [Int] = []
    var unit = ""
    let scalars = Array(words.string.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let rest = String(String.UnicodeScalarView(scalars[index...]))
      var number: Int?
      var length = 0
      for size in stride(from: min(8, scalars.count - index), to: 0, by: -1) {
        if let value = ChineseNumeral.value(
          of: String(String.UnicodeScalarView(scalars[index..<index + size])))
        {
          (number, length) = (value, size)
          break
        }
      }
      guard let number else {
        index += 1
        continue
      }
      index += length
      let tail = rest.unicodeScalars.dropFirst(length)
      let next = String(String.UnicodeScalarView(tail.prefix(3)))
      if next.hasPrefix("年"), number >= 1900, number < 2200 {
        years.append(number)
        year = number
      } else if next.hasPrefix("月") {
        month = number
      } else if next.hasPrefix("日") && month != nil || next.hasPrefix("号") {
        day = number
      } else {
        count = number
        for (word, letter) in [
          ("个工作日", "D"), ("工作日", "D"), ("个月", "M"), ("小时", "H"), ("天", "D"), ("日", "D"), ("年", "Y"),
          ("周", "W"), ("月", "M"),
        ]
        where String(String.UnicodeScalarView(tail.prefix(4))).hasPrefix(word) {
          unit = letter
          break
        }
      }
    }
    if words.hasPrefix("每") || words.hasPrefix("按") || words.hasPrefix("逐") {
      let step =
        words.contains("季")
        ? "P3M"
        : words.contains("半年")
          ? "P6M"
          : words.contains("年")
            ? count.map { "P\($0)Y" } ?? "P1Y"
            : words.contains("月") ? "P1M" : words.contains("周") ? "P1W" : "P1D"
      return Deadline(form: .recurring, duration: step)
    }
    if let count, !unit.isEmpty, year == nil {
      return Deadline(form: .window, duration: unit == "H" ? "PT\(count)H" : "P\(count)\(unit)")
    }
    var isRelative = false
    if year == nil, let written {
      let base = words.contains("明年") ? written.year + 1 : written.year
      if words.contains("今年") || words.contains("明年") || month != nil || words.contains("年底")
        || words.contains("年内") || words.contains("年末")
      {
        year = base
        isRelative = true
      }
    }
    for (word, first, last) in [
      ("十三五" as StaticString, 2016, 2020), ("十四五", 2021, 2025), ("十五五", 2026, 2030),
    ]
    where words.contains(word) {
      let isEnd = words.contains("末")
      return Deadline(
        form: isEnd ? .point : .period, date: CalendarDate(year: isEnd ? last : first),
        until: isEnd ? nil : CalendarDate(year: last))
    }
    guard let year else {
      return words.contains("起")
        ? Deadline(form: .start)
        : words.contains("期")
          ? Deadline(form: .period)
          : words.contains("世纪中叶")
            ? Deadline(form: .point, date: CalendarDate(year: 2050))
            : isPoint(words) ? Deadline(form: .point) : nil
    }
    if words.contains("底") || words.contains("末") {
      if month == nil {
        (month, day) = (12, 31)
      } else if let month {
        day = CalendarDate(year: year, month: month).map { $0.lastDayNumber % 100 }
      }
    }
    let date = CalendarDate(year: year, month: month, day: day)
    if words.hasSuffix("起") { return Deadline(form: .start, date: date, isRelative: isRelative) }
    if years.count > 1, let from = years.first {
      return Deadline(
        form: .period, date: CalendarDate(year: from), until: CalendarDate(year: year))
    }
    if words.hasSuffix("期间") { return Deadline(form: .period, date: date, isRelative: isRelative) }
    return Deadline(form: .point, date: date, isRelative: isRelative)
  }

  /// Whether words that give no date still say by when: 汛期前, 年底. 限期 and 待定 do not.
  private func isPoint(_ words: CueText) -> Bool {
    for word in ["前", "底", "末", "内", "初", "时", "日", "月", "年", "周", "天"] as [StaticString]
    where words.contains(word) {
      return true
    }
    return false
  }

  /// Whether English words without a date say anything of time; `to be decided` does not.
  private func saysWhen(_ parts: [String]) -> Bool {
    let known: Set = [
      "before", "after", "until", "by", "end", "soon", "time", "long-term", "ongoing", "year",
      "month", "week", "day", "hours", "session", "continuous", "continuously", "regularly",
    ]
    return parts.contains { known.contains($0) }
  }

  private func english(_ words: CueText) -> Deadline? {
    for word in [
      "as soon as", "in a timely", "promptly", "without", "immediately", "forthwith",
      "in due course", "shortly", "in the near", "at the earliest", "from time to time",
      "as quickly", "at all times",
    ] as [StaticString]
    where words.hasPrefix(word) { return Deadline(form: .soft) }
    let parts = words.string.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var year: Int?
    var years: [Int] = []
    var month: Int?
    var day: Int?
    var count: Int?
    let numbers = [
      "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
      "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
      "sixty": 60, "ninety": 90,
    ]
    for part in parts {
      if let index = months.firstIndex(of: part) {
        month = index + 1
      } else if let number = Int(part.prefix { $0.isNumber }), number > 0 {
        if number >= 1900, number < 2200 {
          (year, years) = (number, years + [number])
        } else if count == nil {
          count = number
        }
      } else if let number = numbers[part], count == nil {
        count = number
      }
    }
    if month != nil, let number = count, number <= 31 { day = number }
    let recurs = [
      "every", "each", "annually", "monthly", "weekly", "quarterly", "yearly", "daily", "twice",
      "once", "per",
    ]
    if parts.contains(where: recurs.contains), year == nil {
      let length = count ?? 1
      let step =
        words.contains("quarter")
        ? "P3M"
        : words.contains("month")
          ? "P\(length)M"
          : words.contains("week")
            ? "P\(length)W"
            : words.contains("day") || words.contains("daily")
              ? (words.contains("of each month") ? "P1M" : "P\(length)D") : "P\(length)Y"
      return Deadline(form: .recurring, duration: step)
    }
    if year == nil, month == nil {
      guard let count else {
        guard words.contains("year"), let written else {
          if words.contains("period") { return Deadline(form: .period) }
          return saysWhen(parts) ? Deadline(form: .soft) : nil
        }
        let base = words.contains("next year") ? written.year + 1 : written.year
        return Deadline(
          form: .point,
          date: words.contains("end")
            ? CalendarDate(year: base, month: 12, day: 31) : CalendarDate(year: base),
          isRelative: true)
      }
      let unit =
        words.contains("hour")
        ? "PT\(count)H"
        : words.contains("week")
          ? "P\(count)W"
          : words.contains("month")
            ? "P\(count)M" : words.contains("day") ? "P\(count)D" : "P\(count)Y"
      return Deadline(form: .window, duration: unit)
    }
    var isRelative = false
    if year == nil, let written { (year, isRelative) = (written.year, true) }
    guard let year else { return Deadline(form: .point) }
    if words.contains("end of") || words.contains("year-end") {
      if let month {
        day = CalendarDate(year: year, month: month).map { $0.lastDayNumber % 100 }
      } else {
        (month, day) = (12, 31)
      }
    }
    let date = CalendarDate(year: year, month: month, day: day)
    if years.count > 1, let from = years.first {
      return Deadline(
        form: .period, date: CalendarDate(year: from), until: CalendarDate(year: year))
    }
    if words.hasPrefix("from") || words.hasPrefix("after") || words.hasPrefix("starting")
      || words.hasPrefix("beginning") || words.hasPrefix("since")
    {
      return Deadline(form: .start, date: date, isRelative: isRelative)
    }
    if words.hasPrefix("during") || words.hasPrefix("over") || words.hasPrefix("in ") {
      return Deadline(form: .period, date: date, isRelative: isRelative)
    }
    return Deadline(form: .point, date: date, isRelative: isRelative)
  }
}
