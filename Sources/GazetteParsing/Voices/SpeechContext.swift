internal import GazetteDocument

/// When and on what occasion something was said, as the words around it tell.
struct SpeechContext: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The first date of a range; of a stretch of days the first one.
  ///
  /// Takes `March 6, 2020`, `from November 27 to 28, 2015`, `December 2009 March 31` (a machine's 2009年12月31日) and the Chinese
  /// forms.
  func date(in range: Range<Int>) -> CalendarDate? {
    let reader = DateReader(text)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      let opensWord = position == range.lowerBound || !text[position - 1].isLetter
      if byte.isUppercase, opensWord {
        if let found = reader.date(in: position..<range.upperBound), found.value.day != nil {
          return found.value
        }
        if let found = monthRange(position, range.upperBound) ?? swapped(position, range.upperBound)
        {
          return found
        }
      } else if byte.isDigit || byte >= 0xE2,
        position == range.lowerBound || !text[position - 1].isDigit,
        let found = reader.date(in: position..<range.upperBound),
        found.value.month != nil
      {
        return found.value
      }
      position += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// `November 27 to 28, 2015`, `November 27-28, 2015`.
  private func monthRange(_ start: Int, _ end: Int) -> CalendarDate? {
    guard let month = month(start, end), let first = number(month.end, end) else { return nil }
    var position = text.skippingSpace(from: first.end, to: end)
    if text.starts(with: "to ", at: position, end: end) {
      position += 3
    } else if position < end, text[position] == 0x2D {
      position += 1
    } else if text.triple(at: position, end: end) == 0xE28093 {
      position += 3
    } else {
      return nil
    }
    guard let second = number(position, end) else { return nil }
    position = second.end
    if position < end, text[position] == 0x2C { position += 1 }
    guard let year = number(position, end), year.value >= 1_900 else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: first.value)
  }

  /// `December 2009 March 31`: the year stands behind the right month, and the day behind a wrong one.
  private func swapped(_ start: Int, _ end: Int) -> CalendarDate? {
    guard let month = month(start, end), let year = number(month.end, end), year.value >= 1_900,
      let other = self.month(text.skippingSpace(from: year.end, to: end), end),
      let day = number(other.end, end)
    else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: day.value)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private func month(_ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var position = start
    while position < end, text[position].isLetter { position += 1 }
    guard position - start >= 3, position - start <= 9 else { return nil }
    let word = text.string(in: start..<position).lowercased()
    guard let index = SpeechContext.months.firstIndex(of: word) else { return nil }
    return (index + 1, position)
  }

  private func number(_ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var position = text.skippingSpace(from: start, to: end)
    let first = position
    var value = 0
    while position < end, position < first + 4, text[position].isDigit {
      value = value * 10 + Int(text[position] - 0x30)
      position += 1
    }
    guard position > first else { return nil }
    // 6th, 1st.
    if position + 1 < end, text[position].isLowercase, text[position + 1].isLowercase {
      position += 2
    }
    return (value, position)
  }

  /// The gathering that a range names: `at the central conference …`, `在…座谈会上`.
  func occasion(in range: Range<Int>) -> String? {
    english(range) ?? chinese(range)
  }

  private func chinese(_ range: Range<Int>) -> String? {
    var rest = range
    while let place = text.firstPlace(of: "在", in: rest) {
      rest = place + 3..<range.upperBound
      var position = place + 3
      while position + 3 <= range.upperBound, position < place + 180 {
        let sign = text.triple(at: position, end: range.upperBound)
        // 。；
        if sign == 0xE38082 || sign == 0xEFBC9B || text.opensQuotation(at: position) { break }
        if sign == 0xE4B88A || sign == 0xE697B6, isGathering(place + 3..<position) {  // 上 时
          return text.collapsed(in: place + 3..<position)
        }
        position += text[position] < 0x80 ? 1 : 3
      }
    }
    return nil
  }

  /// Whether Chinese words end as the name of a gathering or of a journey does.
  private func isGathering(_ range: Range<Int>) -> Bool {
    for word in ["会", "会议", "论坛", "考察", "调研", "仪式", "班", "典礼", "学习", "式"] as [StaticString] {
      let start = range.upperBound - word.utf8CodeUnitCount
      if start > range.lowerBound, text.starts(with: word, at: start, end: range.upperBound) {
        return true
      }
    }
    return false
  }

  private func english(_ range: Range<Int>) -> String? {
    var rest = range
    while let place = text.firstPlace(of: "at ", in: rest) ?? text.firstPlace(of: "At ", in: rest) {
      rest = place + 3..<range.upperBound
      guard place == range.lowerBound || !text[place - 1].isLetter else { continue }
      var start = place + 3
      for article in ["the ", "a ", "an "] as [StaticString]
      where text.starts(with: article, at: start, end: range.upperBound) {
        start += article.utf8CodeUnitCount
        break
      }
      var end = start
      while end < range.upperBound, text[end] != 0x2C, text[end] != 0x3B, text[end] != 0x2E,
        text[end] != 0x3A, text[end] != 0x22,
        !text.starts(with: " that ", at: end, end: range.upperBound),
        !text.starts(with: " on ", at: end, end: range.upperBound)
          || text.starts(with: " on p", at: end, end: range.upperBound)
      {
        end += 1
      }
      if end > start, lexicon.occasionsEnglish.first(text, in: start..<end) != nil {
        return text.collapsed(in: start..<end)
      }
    }
    return nil
  }
}
