import GazetteDocument

extension EnglishReader {
  /// Joins the tokens of each deadline and each indicator into one.
  mutating func markNumbers() {
    guard
      tokens.contains(where: {
        $0.form == .number
          || $0.has([.numberWord, .month, .deadlineWhole, .deadlineSoft, .quantified])
      })
    else { return }
    // Joining shortens the row, so it is written back in place: nothing before a place is read again.
    var kept = 0
    var index = 0
    while index < tokens.count {
      var joined = index + 1
      var token = tokens[index]
      if let end = deadline(at: index) {
        token = merged(index..<end, .deadline)
        joined = end
      } else if let end = indicator(at: index) {
        token = merged(index..<end, .indicator)
        joined = end
      }
      tokens[kept] = token
      kept += 1
      index = joined
    }
    tokens.removeLast(tokens.count - kept)
  }

  func merged(_ range: Range<Int>, _ form: MeasureToken.Form) -> MeasureToken {
    var token = MeasureToken(
      start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end, form: form,
      cue: Cue(kinds: []))
    for part in tokens[range] {
      token.cue.kinds.formUnion(part.kinds.intersection([.deadlineSoft, .quantified]))
      if part.thousandths >= 0 { token.thousandths = part.thousandths }
    }
    return token
  }

  func isNumber(_ index: Int) -> Bool {
    index < tokens.count && (tokens[index].form == .number || tokens[index].has(.numberWord))
  }

  func isYear(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].form == .number else { return false }
    let value = tokens[index].thousandths / 1_000
    return value >= 1900 && value < 2200 && tokens[index].end - tokens[index].start == 4
  }

  /// The token after the deadline that begins at a place; `nil` where none does.
  func deadline(at first: Int) -> Int? {
    let token = tokens[first]
    if token.has(.deadlineWhole), first + 1 < tokens.count, tokens[first + 1].form == .word,
      !tokens[first + 1].has([.connector, .conditional, .cut, .determiner, .intensifier]),
      text[token.end - 1] == UInt8(ascii: "y"), !isWord(first, "annually")
    {
      // monthly review: what kind of review it is.
      return nil
    }
    if token.has([.deadlineWhole, .deadlineSoft]) { return first + 1 }
    if isWord(first, "by") || isWord(first, "before") || isWord(first, "until")
      || isWord(first, "after") || isWord(first, "from") || isWord(first, "since")
      || isWord(first, "on") || isWord(first, "in") || isWord(first, "than")
      || isWord(first, "no later than") || isWord(first, "not later than")
      || isWord(first, "starting") || isWord(first, "beginning")
    {
      let isIn = isWord(first, "in") || isWord(first, "on")
      var start = first + 1
      // beginning on or after 1 May, beginning no later than 1 May.
      while isWord(start, "on") || isWord(start, "or") || isWord(start, "after")
        || isWord(start, "before") || isWord(start, "no later than")
        || isWord(start, "not later than")
      {
        start += 1
      }
      guard let end = date(at: start) else {
        if isWord(first, "no later than") || isWord(first, "not later than") {
          return window(at: first + 1)
        }
        return nil
      }
      if isIn {
        return isWord(first, "on") || context.voice == .policy || context.voice == .leaderSpeech
          ? end : nil
      }
      if isWord(end, "to") || isWord(end, "until"), let last = date(at: end + 1) { return last }
      return end
    }
    if isWord(first, "within") { return window(at: first + 1) }
    if isWord(first, "during") || isWord(first, "over") || isWord(first, "for"),
      let end = period(at: first + 1), !isWord(first, "for")
    {
      return end
    }
    if isWord(first, "every") || isWord(first, "each"), first + 1 < tokens.count {
      let unit = isNumber(first + 1) ? first + 2 : first + 1
      if unit < tokens.count, isTimeUnit(unit) { return unit + 1 }
    }
    return nil
  }

  func isTimeUnit(_ index: Int) -> Bool {
    for word in [
      "day", "days", "week", "weeks", "month", "months", "quarter", "year", "years", "hours",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// The token after a date: `the end of 2025`, `30 June 2025`, `March 6`, `the fifth day of each month`.
  func date(at first: Int) -> Int? {
    var index = first
    var hasDate = false
    var words = 0
    while index < tokens.count, words < 10 {
      let token = tokens[index]
      if isYear(index) {
        hasDate = true
        index += 1
        if index < tokens.count, tokens[index].form == .sign,
          tokens[index].sign == 0x2F || tokens[index].sign == 0x2D,
          index + 1 < tokens.count, tokens[index + 1].form == .number
        {
          index += 2
        }
        break
      }
      if token.has(.month), text[token.start].isUppercase {
        hasDate = true
        index += 1
        if index < tokens.count, tokens[index].form == .number, !isYear(index),
          tokens[index].thousandths <= 31_000
        {
          index += 1
        }
        if index + 1 < tokens.count, tokens[index].sign == 0x2C, isYear(index + 1) { index += 1 }
        continue
      }
      if hasDate { break }
      let isGlue =
        isWord(index, "the") || isWord(index, "end") || isWord(index, "of")
        || isWord(index, "end of")
        || isWord(index, "close") || isWord(index, "start") || isWord(index, "beginning")
        || isWord(index, "mid") || isWord(index, "early") || isWord(index, "late")
        || isWord(index, "start of") || isWord(index, "day") || isWord(index, "fiscal year")
        || isWord(index, "day of") || isWord(index, "and") || isWord(index, "including")
        || isWord(index, "financial") || isWord(index, "fiscal") || isWord(index, "around")
        || isWord(index, "autumn") || isWord(index, "academic") || isWord(index, "year")
        || token.form == .number && token.thousandths <= 31_000 && token.end - token.start <= 4
        || isOrdinal(index)
      if !isGlue {
        if token.has(.deadlineWhole), words > 0 { return index + 1 }
        if isWord(index, "each") || isWord(index, "every") || isWord(index, "this")
          || isWord(index, "next") || isWord(index, "that"), words > 0, isTimeUnit(index + 1)
        {
          return index + 2
        }
        return nil
      }
      index += 1
      words += 1
    }
    return hasDate ? index : nil
  }

  func isOrdinal(_ index: Int) -> Bool {
    for word in [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "tenth", "last",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// The token after a window: `15 days of receiving an application`, `24 hours`.
  func window(at first: Int) -> Int? {
    var index = first
    while index < tokens.count, index < first + 3,
      isWord(index, "the") || isWord(index, "a") || isWord(index, "next") || isWord(index, "period")
    {
      index += 1
    }
    guard isNumber(index) || isTimeUnit(index) else { return nil }
    while isNumber(index) || index < tokens.count && tokens[index].form == .bracket { index += 1 }
    while isWord(index, "working") || isWord(index, "business") || isWord(index, "calendar")
      || isWord(index, "school")
    {
      index += 1
    }
    guard index < tokens.count, isTimeUnit(index) || tokens[index].has(.unit) else { return nil }
    index += 1
    guard
      isWord(index, "of") || isWord(index, "after") || isWord(index, "from")
        || isWord(index, "following") || isWord(index, "beginning")
    else { return index }
    var end = index + 1
    while end < tokens.count, end < index + 16,
      tokens[end].form == .word || tokens[end].form == .number
        || tokens[end].form == .bracket || tokens[end].form == .quotation
    {
      if isWord(end, "and") || isWord(end, "or"), end + 1 < tokens.count, tokens[end + 1].has(.verb)
      {
        break
      }
      if tokens[end].has([.modal, .subordinator]) && !tokens[end].has(.conditional) { break }
      end += 1
    }
    return end
  }

  /// The token after a named period: `the 14th Five-Year Plan period`, `the transition period`.
  func period(at first: Int) -> Int? {
    for index in first..<min(tokens.count, first + 8) {
      if isWord(index, "period") || isWord(index, "transition") && isWord(index + 1, "period") {
        return isWord(index, "period") ? index + 1 : index + 2
      }
      if isYear(index) { return index + 1 }
      guard
        tokens[index].form == .word || tokens[index].form == .number || tokens[index].form == .sign
      else { return nil }
    }
    return nil
  }

  /// The token after the indicator that begins at a place; `nil` where none does.
  func indicator(at first: Int) -> Int? {
    if tokens[first].has(.quantified) { return first + 1 }
    // composed of 15 members: the preposition is not part of it.
    if isWord(first, "of") { return nil }
    // 2.2 Schools: the number of a paragraph.
    if first == 0, tokens[0].form == .number, tokens.count > 1, text[tokens[1].start].isUppercase {
      return nil
    }
    // should reach 90%: the verb of its clause.
    if first > 0, tokens[first].has(.verb), tokens[first - 1].has(.modal) { return nil }
    if isWord(first, "one"), isWord(first + 1, "by"), isWord(first + 2, "one") { return nil }
    var index = first
    var compares = 0
    // for at least two years, at no less than 500 yuan: the preposition belongs to it.
    if isWord(first, "for") || isWord(first, "at"), first + 1 < tokens.count,
      tokens[first + 1].has(.comparatorBefore), !isWeak(first + 1)
    {
      index += 1
    }
    while index < tokens.count, tokens[index].has(.comparatorBefore), compares < 3 {
      compares += 1
      index += 1
    }
    if compares > 0, !(compares == 1 && isWeak(first)), index < tokens.count,
      tokens[index].has(.deadlineWhole)
    {
      return index + 1
    }
    let isMoney = index < tokens.count && (tokens[index].sign == 0x24 || isPound(index))
    if isMoney { index += 1 }
    guard isNumber(index), !isYear(index) || tokens[index].end - tokens[index].start != 4 else {
      return nil
    }
    let hasDigits = tokens[index].form == .number
    let isSuffixed = hasDigits && text[tokens[index].end - 1].isLetter
    if isSuffixed, !isMoney { return nil }
    index += 1
    while isNumber(index) || isWord(index, "to") && isNumber(index + 1)
      || isWord(index, "and") && isNumber(index + 1) || isWord(index, "or") && isNumber(index + 1)
    {
      index += 1
    }
    if index < tokens.count,
      tokens[index].sign == 0x2D || tokens[index].form == .sign && isNumber(index + 1)
    {
      index += 2
    }
    var hasUnit = isMoney
    while index < tokens.count,
      tokens[index].has(.unit) || isWord(index, "working") || isWord(index, "business")
    {
      hasUnit = true
      index += 1
    }
    let isStrong = compares > 0 && !(compares == 1 && isWeak(first))
    guard hasUnit || isStrong else { return nil }
    if index < tokens.count, tokens[index].has(.comparatorAfter) { index += 1 }
    if isStrong, isWord(index, "of"), isShare(index - 1) {
      // not less than 30 percent of central funds
      var end = index + 1
      while end < tokens.count, end < index + 8, tokens[end].form == .word,
        !tokens[end].has([
          .cut, .modal, .been, .relative, .conditional, .comparatorBefore, .verb, .connector,
        ])
      {
        end += 1
      }
      if end > index + 1 { index = end }
    }
    if isWord(index, "a") || isWord(index, "per") || isWord(index, "each"), isTimeUnit(index + 1) {
      index += 2
    }
    return index <= tokens.count && index > first ? min(index, tokens.count) : nil
  }

  private func isShare(_ index: Int) -> Bool {
    isWord(index, "percent") || isWord(index, "per cent") || isWord(index, "%")
  }

  /// Whether a word compares only before a number with a unit: of, to, by.
  func isWeak(_ index: Int) -> Bool {
    isWord(index, "of") || isWord(index, "to") || isWord(index, "by") || isWord(index, "only")
      || isWord(index, "some") || isWord(index, "between") || isWord(index, "under")
      || isWord(index, "about") || isWord(index, "over") || isWord(index, "above")
      || isWord(index, "below")
  }

  func isPound(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start == 2 && text[token.start] == 0xC2
      && text[token.start + 1] == 0xA3
  }
}
